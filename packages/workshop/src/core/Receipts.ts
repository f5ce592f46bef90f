import type { CommandId, ParticipantId, Result } from '@common-ground/protocol';
import { workshopLimits } from '../limits.ts';
import type { CommandResult } from './Outcome.ts';
import type { Refusal } from './Refusal.ts';

/** What one command was answered. */
export interface Receipt {
  readonly commandId: CommandId;
  readonly answer: Result<CommandResult, Refusal>;
}

/**
 * The latest answers of each participant, so that a retry gets the same one. Kept a person apart and without times
 * or contents: nothing in it says which note or vote came of a command. Accepted ones belong on disk, in the
 * transaction of their events; refused ones may stay in memory.
 */
export type Receipts = readonly {
  readonly participantId: ParticipantId;
  readonly latest: readonly Receipt[];
}[];

/** The answer that this participant's command got before, or null. */
export function receiptOf(
  receipts: Receipts,
  participantId: ParticipantId,
  commandId: CommandId,
): Receipt | null {
  const own = receipts.find((entry) => entry.participantId === participantId);
  return own?.latest.find((receipt) => receipt.commandId === commandId) ?? null;
}

/** The receipts with one more; the oldest of that participant go when there are too many. */
export function addReceipt(receipts: Receipts, participantId: ParticipantId, receipt: Receipt): Receipts {
  const isKnown = receipts.some((entry) => entry.participantId === participantId);
  // Entries keep their place: the order says who came first to the board, not who acted last.
  const entries = isKnown ? receipts : [...receipts, { participantId, latest: [] }];
  return entries.map((entry) =>
    entry.participantId === participantId
      ? { participantId, latest: [...entry.latest, receipt].slice(-workshopLimits.maxReceiptsPerPerson) }
      : entry,
  );
}
