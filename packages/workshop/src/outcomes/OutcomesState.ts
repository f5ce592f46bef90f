import type { ParticipantId, PartnerId } from '@common-ground/protocol';

/** Something the group decided. */
export interface DecisionRecord {
  readonly decisionId: string;
  readonly text: string;
  /** Server time, ms. */
  readonly at: number;
  /** Who wrote it down. Missing in moments that were kept before this was told. */
  readonly by?: ParticipantId;
}

/** Something somebody will do. */
export interface Action {
  readonly actionId: string;
  readonly what: string;
  /** A person's name; they need not be on the board. Null while nobody has taken it. */
  readonly owner: string | null;
  readonly partnerId: PartnerId | null;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly status: 'open' | 'done' | 'dropped';
  /** What it came from: a topic, note or cluster; null for none. */
  readonly aboutId: string | null;
  /** The run in which it was agreed; 0 or missing for what was there before any, or came along from another board. */
  readonly run?: number;
}

/** What the workshops of this board left; it outlives each of them, so that open actions come along to the next. */
export interface OutcomesState {
  readonly decisions: readonly DecisionRecord[];
  readonly actions: readonly Action[];
  /** The day to look again, `YYYY-MM-DD`. */
  readonly followUpOn: string | null;
}

/** Nothing left yet. */
export const noOutcomes: OutcomesState = { decisions: [], actions: [], followUpOn: null };
