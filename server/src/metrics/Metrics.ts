import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EditStage } from '@common-ground/sync';
import type { Traffic } from './Traffic.ts';

/** What is read at the moment somebody asks. */
export interface MetricSources {
  readonly traffic: Traffic;
  /** Boards in memory. */
  boards(): number;
  /** Calls that wait for the database. */
  waitingForStorage(): number;
  isStorageHealthy(): boolean;
}

/** Calls of the board store that are timed. */
export type TimedCall = 'load' | 'append' | 'fold';

/** Upper bounds in seconds: from a cheap edit to a disk in trouble. */
const durationBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What the server tells of itself to Prometheus. Numbers only: no board, person, address or text is in any label, and
 * no label has more values than there are reasons, codes or routes in this code.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #apply: Histogram;
  readonly #stages: Histogram<'stage'>;
  readonly #storage: Histogram<'call'>;
  readonly #requests: Histogram<'route' | 'status'>;
  readonly #refusals: Counter<'code'>;

  constructor(sources: MetricSources) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#apply = new Histogram({
      name: 'common_ground_apply_seconds',
      help: 'Time one transaction took to change a canvas in memory.',
      buckets: durationBuckets,
      registers,
    });
    this.#stages = new Histogram({
      name: 'common_ground_edit_stage_seconds',
      help: 'Time edits handled together took to a stage from the one before: checked and applied since the first was received, committed to the disk, broadcast to the sockets of all readers.',
      labelNames: ['stage'],
      buckets: durationBuckets,
      registers,
    });
    this.#storage = new Histogram({
      name: 'common_ground_storage_seconds',
      help: 'Time until the database had done a call: append is one group commit of edits, durable at its end.',
      labelNames: ['call'],
      buckets: durationBuckets,
      registers,
    });
    this.#requests = new Histogram({
      name: 'common_ground_http_request_seconds',
      help: 'Time until a request was answered, by its route (never the address itself).',
      labelNames: ['route', 'status'],
      buckets: durationBuckets,
      registers,
    });
    this.#refusals = new Counter({
      name: 'common_ground_http_refusals_total',
      help: 'Requests and websocket upgrades that were refused, by the code of the refusal.',
      labelNames: ['code'],
      registers,
    });
    addTraffic(sources.traffic, registers);
    addGauges(sources, registers);
  }

  /** For the `content-type` of the exposition. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  applied(elapsedMs: number): void {
    this.#apply.observe(elapsedMs / 1_000);
  }

  reached(stage: Exclude<EditStage, 'received'>, elapsedMs: number): void {
    this.#stages.observe({ stage }, elapsedMs / 1_000);
  }

  stored(call: TimedCall, elapsedMs: number): void {
    this.#storage.observe({ call }, elapsedMs / 1_000);
  }

  /** `route`: the pattern of the route, `unknown` for an address that has none. */
  answered(route: string, status: number, elapsedMs: number): void {
    this.#requests.observe({ route, status: String(status) }, elapsedMs / 1_000);
  }

  refused(code: string): void {
    this.#refusals.inc({ code });
  }

  /** Everything, in the text format of Prometheus. */
  read(): Promise<string> {
    return this.#registry.metrics();
  }
}

function addTraffic(traffic: Traffic, registers: Registry[]): void {
  const counters = [
    ['frames_received_total', 'Frames that came in over websockets.', () => traffic.framesIn],
    ['received_bytes_total', 'Bytes of the frames that came in.', () => traffic.bytesIn],
    ['frames_sent_total', 'Frames that went out over websockets.', () => traffic.framesOut],
    ['sent_bytes_total', 'Bytes of the frames that went out.', () => traffic.bytesOut],
  ] as const;
  for (const [name, help, read] of counters) {
    const counter: Counter = new Counter({
      name: `common_ground_${name}`,
      help,
      registers,
      collect: () => {
        counter.reset();
        counter.inc(read());
      },
    });
  }
  const ended: Counter<'reason'> = new Counter({
    name: 'common_ground_connections_ended_total',
    help: 'Websockets that the server ended, by its reason.',
    labelNames: ['reason'],
    registers,
    collect: () => {
      ended.reset();
      for (const [reason, count] of traffic.ended) ended.inc({ reason }, count);
    },
  });
}

function addGauges(sources: MetricSources, registers: Registry[]): void {
  const gauges = [
    ['connections', 'Open websockets.', () => sources.traffic.connections],
    ['boards_open', 'Boards in memory.', () => sources.boards()],
    ['storage_queue_length', 'Calls that wait for the database.', () => sources.waitingForStorage()],
    ['storage_healthy', '1 while edits reach the disk, else 0.', () => Number(sources.isStorageHealthy())],
  ] as const;
  for (const [name, help, read] of gauges) {
    const gauge: Gauge = new Gauge({
      name: `common_ground_${name}`,
      help,
      registers,
      collect: () => gauge.set(read()),
    });
  }
}
