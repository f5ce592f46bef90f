/** Numbers that both ends hold to. The server may be configured with other values; these are its defaults. */
export const limits = {
  /** Largest live websocket frame, bytes; larger ones close the socket with 1009. */
  maxFrameBytes: 2 * 1024 * 1024,
  /** Largest awareness state of one socket, bytes of JSON. */
  maxAwarenessBytes: 16 * 1024,
  /** Largest record of the canvas, bytes of JSON. */
  maxRecordBytes: 256 * 1024,
  /** Largest canvas, bytes of its encoded state. */
  maxBoardBytes: 64 * 1024 * 1024,
  /** Frames one socket may send: a full bucket, and how fast it refills. */
  frameBurst: 3_000,
  framesPerSecond: 1_000,
  /** Sync requests (step 1, awareness query) one socket may send. */
  syncRequestBurst: 20,
  syncRequestsPerSecond: 2,
  /** Workshop commands one socket may send. */
  commandBurst: 200,
  commandsPerSecond: 20,
  /** Bytes waiting for one reader before it is cut; it syncs again when it comes back. */
  maxBufferedBytes: 4 * 1024 * 1024,
  /** People connected to one board at a time. */
  maxConnectionsPerBoard: 300,
  minPartners: 2,
  maxPartners: 12,
  maxTitleLength: 120,
  maxNameLength: 80,
  maxPasswordLength: 200,
  /** Largest uploaded image, bytes, and its largest side, px. */
  maxAssetBytes: 10 * 1024 * 1024,
  maxImageSidePx: 16_384,
  /** Templates that facilitators made, on one server, and the largest of them, bytes of JSON. */
  maxOwnTemplates: 200,
  maxOwnTemplateBytes: 256 * 1024,
  /** Snapshots of one board with a name; they are kept for ever. */
  maxNamedSnapshots: 500,
  /** Characters of a removed shape's text that are remembered. */
  maxRemovalText: 200,
  /** Addresses that one board may tell its news. */
  maxWebhooks: 10,
  /** Characters of a comment; comments of a thread; threads of a board. */
  maxCommentLength: 4_000,
  maxCommentsPerThread: 200,
  maxThreads: 1_000,
  /** Characters of a shape's text that a thread remembers. */
  maxCommentWords: 300,
  /** How long a websocket ticket is good for. */
  ticketTtlMs: 30_000,
  /** Keep-alive: a ping this often, and how long a socket may stay silent. */
  pingEveryMs: 25_000,
  silenceMs: 70_000,
} as const;
