/** One figure of the report, and what it should be. */
export interface Row {
  readonly label: string;
  readonly scenarioId: string;
  /** Its name in what the scenario measured. */
  readonly metric: string;
  readonly isLowBetter: boolean;
  /** The most it may be, or the least, in the unit of the metric; null: only told. */
  readonly goal: number | null;
  format(value: number): string;
}

const low = { isLowBetter: true, goal: null } as const;
const high = { isLowBetter: false, goal: null } as const;

const pageRows: readonly Row[] = [
  {
    ...low,
    label: 'Start page, empty cache: painted',
    scenarioId: 'firstLoad',
    metric: 'homePaintedMs',
    goal: 1_500,
    format: ms,
  },
  {
    ...low,
    label: 'the same: script and style, brotli',
    scenarioId: 'firstLoad',
    metric: 'homeCodeBytes',
    goal: 120_000,
    format: kilobytes,
  },
  {
    ...low,
    label: 'Board with three notes, empty cache: usable',
    scenarioId: 'firstLoad',
    metric: 'boardUsableMs',
    goal: 1_500,
    format: ms,
  },
  {
    ...low,
    label: 'the same: script and style, brotli',
    scenarioId: 'firstLoad',
    metric: 'boardCodeBytes',
    goal: 500_000,
    format: kilobytes,
  },
  {
    ...low,
    label: 'Board of 1,000 notes, empty cache: usable',
    scenarioId: 'open1000',
    metric: 'usableMs',
    goal: 1_500,
    format: ms,
  },
  {
    ...low,
    label: 'the same: work of the main thread',
    scenarioId: 'open1000',
    metric: 'mainThreadMs',
    format: ms,
  },
  {
    ...low,
    label: 'Board of 5,000 notes, empty cache: usable',
    scenarioId: 'open5000',
    metric: 'usableMs',
    format: ms,
  },
  { ...low, label: 'Key to own paint: p95', scenarioId: 'editToPaint', metric: 'ownP95Ms', format: ms },
  {
    ...low,
    label: 'Key to paint in another browser: p50',
    scenarioId: 'editToPaint',
    metric: 'p50Ms',
    format: ms,
  },
  {
    ...low,
    label: 'Key to paint in another browser: p95',
    scenarioId: 'editToPaint',
    metric: 'p95Ms',
    goal: 100,
    format: ms,
  },
  {
    ...low,
    label: 'Letter in a matrix of 100 × 20, alone: p50',
    scenarioId: 'matrixKeys',
    metric: 'aloneP50Ms',
    goal: 32,
    format: ms,
  },
  { ...low, label: 'the same: p95', scenarioId: 'matrixKeys', metric: 'aloneP95Ms', format: ms },
  {
    ...low,
    label: 'the same with nine others: p50',
    scenarioId: 'matrixKeys',
    metric: 'togetherP50Ms',
    goal: 50,
    format: ms,
  },
  {
    ...low,
    label: 'the same with nine others: p95',
    scenarioId: 'matrixKeys',
    metric: 'togetherP95Ms',
    format: ms,
  },
  {
    ...low,
    label: '100 of 1,000 notes moved at once: main thread',
    scenarioId: 'remoteBatch',
    metric: 'mainThreadMs',
    goal: 16,
    format: ms,
  },
  {
    ...high,
    label: '20 cursors and 10 dragged notes: frames per second',
    scenarioId: 'streaming',
    metric: 'framesPerSecond',
    goal: 50,
    format: whole,
  },
  {
    ...high,
    label: '100 people on a board: frames per second',
    scenarioId: 'hundredPeople',
    metric: 'framesPerSecond',
    goal: 50,
    format: whole,
  },
  {
    ...low,
    label: 'the same: a browser receives, per second',
    scenarioId: 'hundredPeople',
    metric: 'receivedPerSecond',
    goal: 60_000,
    format: kilobytes,
  },
  {
    ...low,
    label: 'the same: a browser sends, per second',
    scenarioId: 'hundredPeople',
    metric: 'sentPerSecond',
    format: kilobytesFine,
  },
  {
    ...low,
    label: 'Two hours of a workshop: growth of the server',
    scenarioId: 'soak',
    metric: 'serverGrowthPart',
    goal: 0.05,
    format: percent,
  },
  {
    ...low,
    label: 'the same: growth of a page',
    scenarioId: 'soak',
    metric: 'pageGrowthPart',
    goal: 0.05,
    format: percent,
  },
  {
    ...low,
    label: 'the same: memory of the server at the end',
    scenarioId: 'soak',
    metric: 'serverRssBytes',
    format: megabytes,
  },
];

/** The figures, in order; the goals are those the server was designed for. */
export const rows: readonly Row[] = [
  { ...low, label: 'Edit to peer, 100 people: p50', scenarioId: 'fanOut', metric: 'p50Ms', format: ms },
  {
    ...low,
    label: 'Edit to peer, 100 people: p95',
    scenarioId: 'fanOut',
    metric: 'p95Ms',
    goal: 25,
    format: ms,
  },
  {
    ...low,
    label: 'the same: server, cores',
    scenarioId: 'fanOut',
    metric: 'serverCores',
    goal: 0.3,
    format: cores,
  },
  {
    ...high,
    label: 'Most people with p95 below 100 ms',
    scenarioId: 'mostClients',
    metric: 'clients',
    goal: 1_000,
    format: whole,
  },
  { ...low, label: 'Join storm: all in', scenarioId: 'joinStorm', metric: 'allInMs', goal: 800, format: ms },
  {
    ...low,
    label: 'Join storm: server CPU',
    scenarioId: 'joinStorm',
    metric: 'cpuMs',
    goal: 400,
    format: ms,
  },
  {
    ...low,
    label: 'Join storm while others edit: all in',
    scenarioId: 'joinStorm',
    metric: 'busyAllInMs',
    goal: 800,
    format: ms,
  },
  {
    ...low,
    label: 'the same: server CPU',
    scenarioId: 'joinStorm',
    metric: 'busyCpuMs',
    goal: 400,
    format: ms,
  },
  {
    ...low,
    label: 'the same: worst edit of the others',
    scenarioId: 'joinStorm',
    metric: 'busyEditMaxMs',
    format: ms,
  },
  {
    ...high,
    label: 'Edits per second from one to another',
    scenarioId: 'throughput',
    metric: 'perSecond',
    goal: 40_000,
    format: whole,
  },
  {
    ...low,
    label: 'Memory per open board, 4 people',
    scenarioId: 'memory',
    metric: 'perBoardBytes',
    goal: 120_000,
    format: kilobytes,
  },
  {
    ...low,
    label: '50,000 moves of 100 notes: on disk',
    scenarioId: 'movesOnDisk',
    metric: 'storedBytes',
    goal: 400_000,
    format: kilobytes,
  },
  {
    ...low,
    label: 'the same: cold load',
    scenarioId: 'movesOnDisk',
    metric: 'coldLoadMs',
    goal: 100,
    format: ms,
  },
  {
    ...high,
    label: 'the same: notes in the right place',
    scenarioId: 'movesOnDisk',
    metric: 'rightPlaces',
    goal: 1,
    format: percent,
  },
  {
    ...high,
    label: 'Kept after SIGKILL, of what a peer saw',
    scenarioId: 'kill',
    metric: 'keptPart',
    goal: 1,
    format: percent,
  },
  {
    ...low,
    label: 'While somebody sends every bad input: worst edit of the others',
    scenarioId: 'attack',
    metric: 'maxMs',
    goal: 2_000,
    format: ms,
  },
  {
    ...low,
    label: 'the same: memory in use, grown by',
    scenarioId: 'attack',
    metric: 'grownBytes',
    goal: 64_000_000,
    format: megabytes,
  },
  {
    ...low,
    label: 'the same: memory of the process, grown by',
    scenarioId: 'attack',
    metric: 'grownRssBytes',
    format: megabytes,
  },
  {
    ...low,
    label: 'History of two hours with 12 people: on disk',
    scenarioId: 'history',
    metric: 'storedBytes',
    format: kilobytes,
  },
  {
    ...low,
    label: 'the same: to open any moment',
    scenarioId: 'history',
    metric: 'slowestOpenMs',
    goal: 1_000,
    format: ms,
  },
  {
    ...low,
    label: 'the same: to compare first and last',
    scenarioId: 'history',
    metric: 'compareMs',
    format: ms,
  },
  ...pageRows,
];

/** Whether a figure is as good as its row asks; what has no goal always is. */
export function meetsGoal({ goal, isLowBetter }: Pick<Row, 'goal' | 'isLowBetter'>, value: number): boolean {
  if (goal === null) return true;
  return isLowBetter ? value <= goal : value >= goal;
}

function ms(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'falls behind';
  return value < 1_000
    ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
    : `${(value / 1_000).toFixed(1)} s`;
}

function cores(value: number): string {
  return value.toFixed(2);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

function kilobytes(value: number): string {
  return `${whole(value / 1_000)} kB`;
}

function kilobytesFine(value: number): string {
  return `${(value / 1_000).toFixed(1)} kB`;
}

function megabytes(value: number): string {
  return `${whole(value / 1_000_000)} MB`;
}

function percent(value: number): string {
  return `${Math.floor(value * 1_000) / 10} %`;
}
