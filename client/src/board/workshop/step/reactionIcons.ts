import type { Reaction } from '@common-ground/workshop';
import {
  IconConfetti,
  IconHeart,
  IconHeartHandshake,
  IconMoodHappy,
  IconMoodSurprised,
  IconThumbUp,
  type Icon,
} from '@tabler/icons-react';

/** How a reaction is drawn; its word stands beside it. */
export const reactionIcons: Record<Reaction, Icon> = {
  clap: IconConfetti,
  heart: IconHeart,
  laugh: IconMoodHappy,
  surprise: IconMoodSurprised,
  thanks: IconHeartHandshake,
  'thumbs-up': IconThumbUp,
};
