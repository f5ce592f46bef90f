/** Something to talk about; its id is that of the note, cluster or section it is about, or a fresh one. */
export interface Topic {
  readonly topicId: string;
  readonly title: string;
  readonly status: 'waiting' | 'current' | 'done';
}

/** How many want to go on, cannot say, or want to stop. */
export interface ThumbCounts {
  readonly up: number;
  readonly side: number;
  readonly down: number;
}

/** Whether to go on with the topic: being asked, or counted. */
export type Ask =
  | { readonly status: 'open'; readonly askNumber: number }
  | { readonly status: 'counted'; readonly askNumber: number; readonly counts: ThumbCounts };

/** The topic being talked about. */
export interface CurrentTopic {
  readonly topicId: string;
  /** Server time, ms; null for a topic without a timer. */
  readonly deadlineAt: number | null;
  readonly ask: Ask | null;
}

/** The queue in its order, and what is being talked about. */
export interface DiscussionState {
  readonly topics: readonly Topic[];
  readonly current: CurrentTopic | null;
  /** How many times "go on?" was asked on this board, so that each asking has ballots of its own. */
  readonly askCount: number;
}

/** Nothing to talk about yet. */
export const emptyDiscussion: DiscussionState = { topics: [], current: null, askCount: 0 };

/** Under which name the thumbs of one asking are kept; no step's key holds a full stop. */
export function thumbsKey(askNumber: number): string {
  return `thumbs.${askNumber}`;
}
