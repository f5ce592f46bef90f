import type { ParticipantId } from './ids.ts';

/**
 * What one browser tells the others about itself through awareness. Names and colours are not in it: the server
 * stamps `pid`, and the people's list (message `board`) says who that is. Where they write stands beside it (`TextCaret`).
 */
export interface PresenceState {
  /** Set by the server, whatever the client wrote. */
  readonly pid: ParticipantId;
  /** Pointer in page px, rounded; null while it is not over the canvas. */
  readonly cursor: readonly [x: number, y: number] | null;
  /** tldraw page id. */
  readonly page: string;
  /** Ids of the selected shapes, at most {@link maxSharedSelection}. */
  readonly selection: readonly string[];
  /** Camera x, y, zoom and the viewport's width and height in screen px: what a follower needs. */
  readonly view: readonly [x: number, y: number, z: number, w: number, h: number] | null;
  /** Whom this person follows. */
  readonly following: ParticipantId | null;
}

/** More selected shapes than this are not shown to others. */
export const maxSharedSelection = 50;

/** Reads an awareness state written by any client; null when it holds nothing of use. Wrong parts become empty. */
export function parsePresence(value: unknown): PresenceState | null {
  if (typeof value !== 'object' || value === null) return null;
  const state = value as Record<string, unknown>;
  if (typeof state['pid'] !== 'string') return null;
  return {
    pid: state['pid'] as ParticipantId,
    cursor: numbers(state['cursor'], 2) as PresenceState['cursor'],
    page: typeof state['page'] === 'string' ? state['page'] : '',
    selection: strings(state['selection']),
    view: numbers(state['view'], 5) as PresenceState['view'],
    following: typeof state['following'] === 'string' ? (state['following'] as ParticipantId) : null,
  };
}

function numbers(value: unknown, length: number): readonly number[] | null {
  if (!Array.isArray(value) || value.length !== length) return null;
  return value.every((entry) => typeof entry === 'number' && Number.isFinite(entry))
    ? (value as number[])
    : null;
}

function strings(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is string => typeof entry === 'string').slice(0, maxSharedSelection);
}
