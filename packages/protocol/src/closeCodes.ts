/** What a browser does after its socket was closed: try again, reload the page, or stop and show the sentence. */
export type AfterClose = 'reconnect' | 'reload' | 'stop';

interface CloseInfo {
  /** Websocket close code; 1xxx as in RFC 6455 section 7.4.1, 4xxx our own. */
  readonly code: number;
  readonly after: AfterClose;
  /** What happened and what to do, for the person on the board. */
  readonly sentence: string;
}

/**
 * Every reason for which the server closes a socket. The key is sent as the reason of the close frame, so that
 * both ends look up the same row.
 */
export const closeReasons = {
  'text-frame': { code: 1003, after: 'stop', sentence: 'This client sends text where bytes are expected.' },
  'unknown-message': {
    code: 1003,
    after: 'stop',
    sentence: 'This client sends a kind of message that the server does not know.',
  },
  'undecodable-frame': {
    code: 1007,
    after: 'stop',
    sentence: 'The server could not read what this client sent.',
  },
  'undecodable-update': {
    code: 1008,
    after: 'stop',
    sentence: 'An edit arrived damaged and was not applied. Reload the page to go on.',
  },
  'missing-dependencies': {
    code: 1008,
    after: 'reload',
    sentence: 'An edit builds on something the server does not have. Reload the page to go on.',
  },
  'foreign-client-id': {
    code: 1008,
    after: 'reload',
    sentence: 'This copy of the board belongs to another participant. Reload the page to go on.',
  },
  'too-many-frames': {
    code: 1008,
    after: 'reconnect',
    sentence: 'Too much was sent at once. The connection starts again in a moment.',
  },
  'too-many-sync-requests': {
    code: 1008,
    after: 'reconnect',
    sentence: 'The board was asked for too often. The connection starts again in a moment.',
  },
  'bad-awareness': { code: 1008, after: 'stop', sentence: 'This client sends cursors that are not its own.' },
  'record-too-large': {
    code: 1008,
    after: 'stop',
    sentence: 'One thing on the board is too large to be kept. Undo it or make it smaller, then reload.',
  },
  'frame-too-large': {
    code: 1009,
    after: 'stop',
    sentence: 'Too much was pasted at once. Reload the page and paste it in smaller parts.',
  },
  'board-too-large': {
    code: 1009,
    after: 'stop',
    sentence: 'This board is full. Remove something, or continue on a new board.',
  },
  'server-trouble': {
    code: 1011,
    after: 'reconnect',
    sentence: 'The server has trouble with this board. Your changes are kept here until it is back.',
  },
  restarting: {
    code: 1012,
    after: 'reconnect',
    sentence: 'The server is restarting. Your changes are kept here until it is back.',
  },
  'slow-reader': {
    code: 1013,
    after: 'reconnect',
    sentence: 'The connection could not keep up. It starts again in a moment.',
  },
  'board-busy': {
    code: 1013,
    after: 'reconnect',
    sentence:
      'As many people as this board can hold are on it already. You come in as soon as somebody leaves.',
  },
  'client-too-old': {
    code: 4400,
    after: 'reload',
    sentence: 'Common Ground was updated. Reload the page to go on.',
  },
  removed: { code: 4401, after: 'stop', sentence: 'A facilitator has removed you from this board.' },
  'link-revoked': {
    code: 4403,
    after: 'stop',
    sentence: 'This link has been replaced. Ask the facilitator for the new one.',
  },
  'link-withdrawn': {
    code: 4403,
    after: 'stop',
    sentence: 'The link you came by has been withdrawn. Ask a facilitator if you would like to come back.',
  },
  'role-changed': { code: 4405, after: 'reconnect', sentence: 'Your role on this board has changed.' },
} as const satisfies Record<string, CloseInfo>;

/** A key of {@link closeReasons}. */
export type CloseReason = keyof typeof closeReasons;

/** The row for the reason text of a close frame, or null for reasons that are not ours (a proxy's, a lost network). */
export function closeInfoOf(reason: string): (CloseInfo & { readonly reason: CloseReason }) | null {
  if (!Object.hasOwn(closeReasons, reason)) return null;
  const key = reason as CloseReason;
  return { reason: key, ...closeReasons[key] };
}
