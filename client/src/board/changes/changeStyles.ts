import {
  IconArrowsMove,
  IconGavel,
  IconMessageCircle,
  IconPencil,
  IconPlus,
  IconTrash,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { ChangeItem, ChangeKind } from './ChangeItem.ts';

/** The sign of each kind of change; the word always stands beside it. */
export const changeIcons = {
  added: IconPlus,
  changed: IconPencil,
  moved: IconArrowsMove,
  removed: IconTrash,
  decision: IconGavel,
  comment: IconMessageCircle,
} as const satisfies Record<ChangeKind, TablerIcon>;

/** Types of shapes that have a word of their own in `changes.types`. */
const namedTypes = [
  'note',
  'frame',
  'text',
  'geo',
  'arrow',
  'line',
  'draw',
  'highlight',
  'image',
  'group',
  'bookmark',
  'page',
  'decision',
  'comment',
] as const;

/** Key of the word for what something is, in `changes.types`. */
export function typeKey({ type }: Pick<ChangeItem, 'type'>): (typeof namedTypes)[number] | 'other' {
  return namedTypes.find((known) => known === type) ?? 'other';
}
