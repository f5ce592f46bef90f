import { exhaustive, type BoardId, type ParticipantId } from '@common-ground/protocol';
import type { StoredWorkshop, WorkshopEntry } from '@common-ground/sync';
import {
  addReceipt,
  evolve,
  initialState,
  parseEvent,
  workshopLimits,
  type Ballot,
  type Decision,
  type Draft,
  type PrivateChange,
  type Receipt,
  type Receipts,
  type Request,
  type Workshop,
  type WorkshopEvent,
} from '@common-ground/workshop';

/** A workshop out of the storage, with the events whose effects may not have happened. */
export interface LoadedWorkshop {
  readonly workshop: Workshop;
  readonly withoutEffects: readonly NumberedEvent[];
}

/** An event with its place: the first one of a board has version 1. */
export interface NumberedEvent<E extends WorkshopEvent = WorkshopEvent> {
  readonly version: number;
  readonly event: E;
}

/** Reads a workshop as it was stored. Throws, naming no content, when this program cannot read an event. */
export function readWorkshop({ events, privates, receipts, effectsUpTo }: StoredWorkshop): LoadedWorkshop {
  const numbered = events.map((data, index) => ({ version: index + 1, event: readEvent(data, index + 1) }));
  const rows = privates.map(({ data }) => JSON.parse(data) as PrivateData);
  return {
    workshop: {
      state: numbered.reduce((state, { event }) => evolve(state, event), initialState),
      privates: {
        drafts: rows.flatMap((row) => (row.kind === 'draft' ? [row.draft] : [])),
        ballots: rows.flatMap((row) => (row.kind === 'ballot' ? [row.ballot] : [])),
      },
      receipts: receipts.reduce<Receipts>(
        (known, { participantId, data }) => addReceipt(known, participantId, JSON.parse(data) as Receipt),
        [],
      ),
    },
    withoutEffects: numbered.filter(({ version }) => version > effectsUpTo),
  };
}

/** What an accepted command leaves, as it is stored. */
export function writeEntry(boardId: BoardId, request: Request, decision: Decision): WorkshopEntry {
  const { commandId, actorId } = request;
  const receipt: Receipt = { commandId, answer: { ok: true, value: decision.result } };
  // The last change of a row is the one that counts, so that a row is put or deleted, not both.
  const last = new Map(decision.privateChanges.map((change) => [rowIdOf(change), change]));
  const changes = [...last].map(([id, change]) => ({ id, data: dataOf(change) }));
  return {
    boardId,
    expectedVersion: decision.expectedVersion,
    events: decision.events.map((event) => JSON.stringify(event)),
    puts: changes.flatMap(({ id, data }) => (data === null ? [] : [{ id, data: JSON.stringify(data) }])),
    deletes: changes.filter(({ data }) => data === null).map(({ id }) => id),
    receipt: { participantId: actorId, commandId, data: JSON.stringify(receipt) },
    keepReceipts: workshopLimits.maxReceiptsPerPerson,
  };
}

type PrivateData =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'ballot'; readonly ballot: Ballot };

function readEvent(data: string, version: number): WorkshopEvent {
  const event = parseEvent(JSON.parse(data));
  if (event.ok) return event.value;
  throw new Error(`Event ${version} of the workshop cannot be read: ${event.error}`);
}

function rowIdOf(change: PrivateChange): string {
  switch (change.kind) {
    case 'put-draft':
      return draftRowId(change.draft.draftId);
    case 'delete-draft':
      return draftRowId(change.draftId);
    case 'put-ballot':
      return ballotRowId(change.ballot.ballotKey, change.ballot.participantId);
    case 'delete-ballot':
      return ballotRowId(change.ballotKey, change.participantId);
    default:
      return exhaustive(change);
  }
}

function draftRowId(draftId: string): string {
  return `draft:${draftId}`;
}

function ballotRowId(ballotKey: string, participantId: ParticipantId): string {
  return `ballot:${ballotKey}:${participantId}`;
}

/** Null for a row that is deleted. */
function dataOf(change: PrivateChange): PrivateData | null {
  switch (change.kind) {
    case 'put-draft':
      return { kind: 'draft', draft: change.draft };
    case 'put-ballot':
      return { kind: 'ballot', ballot: change.ballot };
    case 'delete-draft':
    case 'delete-ballot':
      return null;
    default:
      return exhaustive(change);
  }
}
