import { partnerNameIn, personNameIn, type BoardState, type StateNote } from '../state/BoardState.ts';

/** One note as it is taken along. */
export interface ExportedNote {
  readonly text: string;
  /** The frame or group within the section it lies in; null for none. */
  readonly group: string | null;
  /** Null for a note without a name on it, as after an anonymous reveal. */
  readonly author: string | null;
  readonly partner: string | null;
  /** ISO 8601, UTC; null where the author is not known. */
  readonly writtenAt: string | null;
  /** Until when its step was open, when it came after that, ISO 8601, UTC; missing for one that came in time. */
  readonly missedDate?: string;
}

/** All notes of a board by section, in reading order. */
export interface BoardNotes {
  /** Version of this form. */
  readonly format: 1;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly sections: readonly {
    /** Null for notes that lie in no section; they come last. */
    readonly title: string | null;
    /** The partner whose lane it is. */
    readonly partner: string | null;
    readonly notes: readonly ExportedNote[];
  }[];
}

/** The notes of a board for somebody who takes them elsewhere. Sections without notes are left out. */
export function boardNotes(state: BoardState): BoardNotes {
  const named = state.sections.map((section) => ({
    title: section.title,
    partner: partnerNameIn(state, section.partnerId),
    notes: notesOf(state, section.shapeId),
  }));
  const elsewhere = { title: null, partner: null, notes: notesOf(state, null) };
  return {
    format: 1,
    title: state.title,
    exportedAt: isoOf(state.now),
    sections: [...named, elsewhere].filter(({ notes }) => notes.length > 0),
  };
}

function notesOf(state: BoardState, sectionId: string | null): readonly ExportedNote[] {
  return state.notes.filter((note) => note.sectionId === sectionId).map((note) => exported(state, note));
}

function exported(state: BoardState, note: StateNote): ExportedNote {
  const { authorId, clusterId, missedDate, partnerId, text, writtenAt } = note;
  const group = state.clusters.find(({ shapeId }) => shapeId === clusterId)?.title ?? '';
  return {
    text,
    group: group === '' ? null : group,
    author: personNameIn(state, authorId),
    partner: partnerNameIn(state, partnerId),
    writtenAt: writtenAt === null ? null : isoOf(writtenAt),
    ...(missedDate !== null && { missedDate: isoOf(missedDate) }),
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
