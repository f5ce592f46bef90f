/** How large everything is. */
export interface Sizes {
  readonly fanOut: FanOutSizes & { readonly clients: number };
  readonly mostClients: FanOutSizes & {
    readonly first: number;
    readonly most: number;
    /** The goal. */
    readonly wanted: number;
    readonly refinements: number;
    readonly limitMs: number;
  };
  readonly joinStorm: { readonly notes: number; readonly joiners: number };
  readonly throughput: { readonly edits: number; readonly window: number; readonly limitMs: number };
  readonly memory: { readonly boards: number; readonly clients: number; readonly notes: number };
  readonly moves: { readonly moves: number; readonly notes: number };
  /** A board is opened, so often, each time by somebody with an empty cache. */
  readonly open1000: { readonly notes: number; readonly visits: number };
  readonly open5000: { readonly notes: number; readonly visits: number };
  readonly firstLoad: { readonly notes: number; readonly visits: number };
  readonly remoteBatch: { readonly notes: number; readonly moves: number; readonly batches: number };
  readonly editToPaint: { readonly notes: number; readonly edits: number };
  /** A matrix that some fill in together, each so many letters a second. */
  readonly matrixKeys: {
    readonly rows: number;
    readonly columns: number;
    readonly others: number;
    readonly lettersPerSecond: number;
    readonly keys: number;
  };
  readonly streaming: ViewSizes & {
    readonly cursors: number;
    readonly dragged: number;
    readonly dragsPerSecond: number;
  };
  readonly hundredPeople: ViewSizes & {
    readonly people: number;
    readonly writers: number;
    /** Of each writer. */
    readonly editsPerSecond: number;
  };
  readonly soak: {
    readonly notes: number;
    readonly people: number;
    readonly writers: number;
    /** Of all writers together. */
    readonly editsPerSecond: number;
    /** Of everybody together. */
    readonly cursorsPerSecond: number;
    /** How long somebody who looks in stays. */
    readonly stayMs: number;
    readonly durationMs: number;
  };
  readonly attack: FanOutSizes & { readonly clients: number };
  readonly kill: { readonly rounds: number; readonly afterSeenMs: number };
}

/** A board on which some write and everybody shows a cursor. */
export interface FanOutSizes {
  readonly writers: number;
  /** Of each writer. */
  readonly editsPerSecond: number;
  /** Of everybody. */
  readonly cursorsPerSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** A board that somebody looks at while others point. */
export interface ViewSizes {
  readonly notes: number;
  /** Of everybody. */
  readonly cursorsPerSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

const busyBoard = { writers: 10, editsPerSecond: 20, cursorsPerSecond: 10 } as const;

/** What the goals are about. */
export const fullSizes: Sizes = {
  fanOut: { ...busyBoard, clients: 100, warmUpMs: 1_500, measureMs: 6_000 },
  mostClients: {
    ...busyBoard,
    first: 50,
    most: 1_600,
    wanted: 1_000,
    refinements: 3,
    limitMs: 100,
    warmUpMs: 1_500,
    measureMs: 3_000,
  },
  joinStorm: { notes: 5_000, joiners: 100 },
  throughput: { edits: 100_000, window: 1_000, limitMs: 8_000 },
  memory: { boards: 500, clients: 4, notes: 20 },
  moves: { moves: 50_000, notes: 100 },
  open1000: { notes: 1_000, visits: 5 },
  open5000: { notes: 5_000, visits: 2 },
  firstLoad: { notes: 3, visits: 5 },
  remoteBatch: { notes: 1_000, moves: 100, batches: 20 },
  editToPaint: { notes: 1_000, edits: 100 },
  matrixKeys: { rows: 100, columns: 20, others: 9, lettersPerSecond: 2, keys: 60 },
  streaming: {
    notes: 1_000,
    cursors: 20,
    cursorsPerSecond: 12,
    dragged: 10,
    dragsPerSecond: 30,
    warmUpMs: 1_000,
    measureMs: 5_000,
  },
  hundredPeople: {
    notes: 300,
    people: 100,
    writers: 10,
    editsPerSecond: 5,
    cursorsPerSecond: 5,
    warmUpMs: 2_000,
    measureMs: 6_000,
  },
  // Twelve times as fast as a workshop in which ten of thirty people drag at two edits a second and all point once.
  soak: {
    notes: 600,
    people: 30,
    writers: 10,
    editsPerSecond: 240,
    cursorsPerSecond: 360,
    stayMs: 5_000,
    durationMs: 600_000,
  },
  attack: { ...busyBoard, clients: 30, warmUpMs: 1_500, measureMs: 15_000 },
  kill: { rounds: 5, afterSeenMs: 100 },
};

/** Enough to see that everything runs; the figures mean nothing. */
export const quickSizes: Sizes = {
  fanOut: { ...busyBoard, clients: 20, warmUpMs: 300, measureMs: 700 },
  mostClients: {
    ...busyBoard,
    first: 10,
    most: 20,
    wanted: 20,
    refinements: 1,
    limitMs: 100,
    warmUpMs: 200,
    measureMs: 500,
  },
  joinStorm: { notes: 200, joiners: 10 },
  throughput: { edits: 5_000, window: 1_000, limitMs: 3_000 },
  memory: { boards: 10, clients: 4, notes: 20 },
  moves: { moves: 1_000, notes: 100 },
  open1000: { notes: 50, visits: 1 },
  open5000: { notes: 100, visits: 1 },
  firstLoad: { notes: 3, visits: 1 },
  remoteBatch: { notes: 50, moves: 20, batches: 2 },
  editToPaint: { notes: 50, edits: 3 },
  matrixKeys: { rows: 12, columns: 6, others: 2, lettersPerSecond: 2, keys: 3 },
  streaming: {
    notes: 50,
    cursors: 5,
    cursorsPerSecond: 12,
    dragged: 5,
    dragsPerSecond: 30,
    warmUpMs: 200,
    measureMs: 500,
  },
  hundredPeople: {
    notes: 50,
    people: 10,
    writers: 3,
    editsPerSecond: 5,
    cursorsPerSecond: 5,
    warmUpMs: 200,
    measureMs: 500,
  },
  soak: {
    notes: 30,
    people: 5,
    writers: 3,
    editsPerSecond: 60,
    cursorsPerSecond: 60,
    stayMs: 300,
    durationMs: 4_000,
  },
  attack: { ...busyBoard, clients: 10, warmUpMs: 300, measureMs: 700 },
  kill: { rounds: 1, afterSeenMs: 100 },
};
