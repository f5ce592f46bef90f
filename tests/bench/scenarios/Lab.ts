import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningTarget, Target } from '../targets/Target.ts';
import type { Crowd } from './Crowd.ts';

/** What is measured, on which core, and where profiles go; null for any and for none. */
export interface LabOptions {
  readonly target: Target;
  readonly cpu: number | null;
  readonly profileDir: string | null;
}

/** Servers and clients of one scenario at one target; everything is gone when it is closed. */
export class Lab {
  readonly target: Target;
  readonly dataDir: string;
  readonly #options: LabOptions;
  readonly #running = new Set<RunningTarget>();
  readonly #crowds = new Set<Crowd>();

  static async open(options: LabOptions): Promise<Lab> {
    return new Lab(options, await mkdtemp(join(tmpdir(), 'common-ground-bench-')));
  }

  private constructor(options: LabOptions, dataDir: string) {
    this.#options = options;
    this.target = options.target;
    this.dataDir = dataDir;
  }

  /** A lab with the same target and a folder of its own, for the caller to close. */
  another(): Promise<Lab> {
    return Lab.open(this.#options);
  }

  /** Starts a server; a second one finds what the first one stored. */
  async start(): Promise<RunningTarget> {
    const { cpu, profileDir, target } = this.#options;
    const running = await target.start({ dataDir: this.dataDir, cpu, profileDir });
    this.#running.add(running);
    return running;
  }

  /** Stops a server as its host would, before the end of the scenario. */
  async stop(running: RunningTarget): Promise<void> {
    this.#running.delete(running);
    await running.stop();
  }

  async kill(running: RunningTarget): Promise<void> {
    this.#running.delete(running);
    await running.kill();
  }

  /** Clients that are sent home at the end. */
  keep(crowd: Crowd): Crowd {
    this.#crowds.add(crowd);
    return crowd;
  }

  async close(): Promise<void> {
    for (const crowd of this.#crowds) crowd.leave();
    await Promise.all([...this.#running].map((running) => running.kill()));
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
