import { randomBytes } from 'node:crypto';
import type {
  BoardId,
  CommandId,
  LinkId,
  ParticipantId,
  PartnerId,
  SnapshotId,
} from '@common-ground/protocol';

/** Where new ids come from, given from outside so that a test can foresee them. */
export interface Ids {
  readonly boardId: () => BoardId;
  readonly linkId: () => LinkId;
  readonly participantId: () => ParticipantId;
  readonly partnerId: () => PartnerId;
  readonly commandId: () => CommandId;
  readonly webhookId: () => string;
  /** Of something that happened, or of a message about it. */
  readonly feedItemId: () => string;
  readonly snapshotId: () => SnapshotId;
  /** Not an id but a secret: nobody can guess it. */
  readonly ticket: () => string;
}

/** Random ids of 96 bits, and tickets of 192, base64url. */
export const randomIds: Ids = {
  boardId: () => random(12) as BoardId,
  linkId: () => random(12) as LinkId,
  participantId: () => random(12) as ParticipantId,
  partnerId: () => random(12) as PartnerId,
  commandId: () => random(12) as CommandId,
  webhookId: () => random(12),
  feedItemId: () => random(12),
  snapshotId: () => random(12) as SnapshotId,
  ticket: () => random(24),
};

function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
