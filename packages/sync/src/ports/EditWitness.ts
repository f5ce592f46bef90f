import type { ParticipantId } from '@common-ground/protocol';
import type * as Y from 'yjs';

/**
 * Sees whose edit does what to a canvas: several people's edits become one transaction, and afterwards nothing tells who of
 * them deleted something. One witness watches one document.
 */
export interface EditWitness {
  /** An edit of this participant was just applied, inside the transaction that applies it with others. */
  applied(participantId: ParticipantId, transaction: Y.Transaction): void;
}
