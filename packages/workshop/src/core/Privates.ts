import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import { exhaustive } from '@common-ground/protocol';

/** A note that its author has not shown yet. */
export interface Draft {
  /** Made by the author's browser; never leaves this structure, a revealed note gets a new id. */
  readonly draftId: string;
  readonly stepKey: string;
  readonly authorId: ParticipantId;
  /** The author's partner when it was written. */
  readonly partnerId: PartnerId | null;
  /** Whether all people of that partner see and edit it, or only its author. */
  readonly scope: 'own' | 'partner';
  readonly sectionKey: string;
  readonly text: string;
  /**
   * The date it came after (server time, ms), until which its step was open. Only where names are shown at the reveal: of a few people
   * one knows who came late.
   */
  readonly missedDate?: number;
  /** Rises by one with every change, so that two people's changes do not overwrite each other unseen. */
  readonly rev: number;
}

/** One answer of a ballot: dots on an item, a rating, a thumb. */
export interface BallotAnswer {
  readonly key: string;
  readonly value: number;
}

/** One participant's answers to one vote. */
export interface Ballot {
  /** The step's key, or a name that no step can have. */
  readonly ballotKey: string;
  readonly participantId: ParticipantId;
  readonly answers: readonly BallotAnswer[];
}

/**
 * What is kept beside the events, because it must be deletable: drafts until their reveal, ballots until they are
 * counted. Store each as a row of its own and delete it for good (SQLite: `secure_delete`, and no copy in a log).
 */
export interface Privates {
  readonly drafts: readonly Draft[];
  readonly ballots: readonly Ballot[];
}

/** One row to write or delete. */
export type PrivateChange =
  | { readonly kind: 'put-draft'; readonly draft: Draft }
  | { readonly kind: 'delete-draft'; readonly draftId: string }
  | { readonly kind: 'put-ballot'; readonly ballot: Ballot }
  | { readonly kind: 'delete-ballot'; readonly ballotKey: string; readonly participantId: ParticipantId };

/** Nothing private. */
export const noPrivates: Privates = { drafts: [], ballots: [] };

/** The structure after the changes, in order. */
export function applyPrivateChanges(privates: Privates, changes: readonly PrivateChange[]): Privates {
  return changes.reduce(applyPrivateChange, privates);
}

/** All ballots of one vote. */
export function ballotsOf(privates: Privates, ballotKey: string): Ballot[] {
  return privates.ballots.filter((ballot) => ballot.ballotKey === ballotKey);
}

/** The changes that delete all ballots of one vote. */
export function deleteBallots(privates: Privates, ballotKey: string): PrivateChange[] {
  return ballotsOf(privates, ballotKey).map(({ participantId }) => ({
    kind: 'delete-ballot',
    ballotKey,
    participantId,
  }));
}

function applyPrivateChange(privates: Privates, change: PrivateChange): Privates {
  switch (change.kind) {
    case 'put-draft':
      return { ...privates, drafts: putDraft(privates.drafts, change.draft) };
    case 'delete-draft':
      return { ...privates, drafts: privates.drafts.filter(({ draftId }) => draftId !== change.draftId) };
    case 'put-ballot':
      return { ...privates, ballots: [...withoutBallot(privates.ballots, change.ballot), change.ballot] };
    case 'delete-ballot':
      return { ...privates, ballots: withoutBallot(privates.ballots, change) };
    default:
      return exhaustive(change);
  }
}

/** Keeps an edited draft at its place, so that a list does not jump under its author's hands. */
function putDraft(drafts: readonly Draft[], draft: Draft): Draft[] {
  const isKnown = drafts.some(({ draftId }) => draftId === draft.draftId);
  if (!isKnown) return [...drafts, draft];
  return drafts.map((known) => (known.draftId === draft.draftId ? draft : known));
}

function withoutBallot(
  ballots: readonly Ballot[],
  gone: { readonly ballotKey: string; readonly participantId: ParticipantId },
): Ballot[] {
  return ballots.filter(
    (ballot) => ballot.ballotKey !== gone.ballotKey || ballot.participantId !== gone.participantId,
  );
}
