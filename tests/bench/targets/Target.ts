import type { Wire } from '../wires/Wire.ts';
import type { Usage } from './meter.ts';

/** Names of the servers that are compared, in the order of the report. */
export const targetNames = ['ours', 'y-websocket-server', 'hocuspocus', 'tldraw-sync'] as const;
export type TargetName = (typeof targetNames)[number];

/** How a server is started. */
export interface StartOptions {
  /** A folder of its own; a server started on it again finds what it stored. */
  readonly dataDir: string;
  /** The core to run on; null for any. */
  readonly cpu: number | null;
  /** Where to write CPU profiles of the measured spans; null for none. */
  readonly profileDir: string | null;
  /** Whether its page is to keep the names of functions, for a profile that can be read. */
  readonly isPageReadable?: boolean;
  /** Whether it keeps its limits on what one client may send; ours only. */
  readonly hasOwnLimits?: boolean;
}

/** A server that can be measured. */
export interface Target {
  readonly name: TargetName;
  /** Heading in the report, with the version. */
  readonly title: string;
  /** Whether it can store boards at all. */
  readonly isPersistent: boolean;
  /** Whether there is a page that shows its boards. */
  readonly hasPage: boolean;
  start(options: StartOptions): Promise<RunningTarget>;
}

/** A board on a server; still good after the server was started again. */
export interface BoardHandle {
  readonly id: string;
  /** What the target needs to let clients in. */
  readonly secret: string;
}

/** How somebody comes to a page, such as that of a board they have joined. */
export interface Visit {
  readonly url: string;
  /** What their browser has in `localStorage`. */
  readonly storage: Readonly<Record<string, string>>;
}

/** A server that listens. */
export interface RunningTarget {
  readonly port: number;
  /** @param templateId of a template that is laid out on it, for three partners; ours only */
  newBoard(templateId?: string): Promise<BoardHandle>;
  wireOf(board: BoardHandle): Wire;
  /** Lets clients in: a path and query for the websocket of each. Each is good for one connection, soon. */
  addressesOf(board: BoardHandle, count: number): Promise<string[]>;
  /** Lets somebody in by their browser. Only where {@link Target.hasPage}. */
  visitOf(board: BoardHandle): Promise<Visit>;
  /** The page that somebody sees first; null when there is none. */
  readonly home: Visit | null;
  /** What it has used so far. Asked in pairs, before and after what is measured: that span can be profiled. */
  usage(options?: { readonly tidy?: boolean }): Promise<Usage>;
  /** Asks it to stop and waits for the end. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
}
