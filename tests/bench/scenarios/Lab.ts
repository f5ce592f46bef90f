import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium } from '../browser/Chromium.ts';
import type { MeasuredPage } from '../browser/MeasuredPage.ts';
import type { BoardHandle, RunningTarget, StartOptions, Target, Visit } from '../targets/Target.ts';
import type { Crowd } from './Crowd.ts';
import type { Scenario } from './Scenario.ts';

/** What is measured, and where. */
export interface LabOptions {
  readonly target: Target;
  /** The servers' core; null for any. */
  readonly cpu: number | null;
  /** All cores, for browsers; null when they cannot be told apart. */
  readonly allCpus: string | null;
  /** Whose profiles are wanted, and where they go; null for none. */
  readonly profile: { readonly part: Scenario['part']; readonly dir: string } | null;
}

/** Servers and clients of one scenario at one target; everything is gone when it is closed. */
export class Lab {
  readonly target: Target;
  readonly dataDir: string;
  readonly #options: LabOptions;
  readonly #running = new Set<RunningTarget>();
  readonly #crowds = new Set<Crowd>();
  #chromium: Promise<Chromium> | null = null;

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
  async start(options: Pick<StartOptions, 'hasOwnLimits'> = {}): Promise<RunningTarget> {
    const { cpu, profile, target } = this.#options;
    const running = await target.start({
      ...options,
      dataDir: this.dataDir,
      cpu,
      profileDir: profile?.part === 'server' ? profile.dir : null,
      isPageReadable: profile?.part === 'page',
    });
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

  /** Somebody in an empty browser who has been let in to a board, but has not opened it. */
  async visitor(running: RunningTarget, board: BoardHandle): Promise<MeasuredPage> {
    return this.browse(await running.visitOf(board));
  }

  /** Somebody in an empty browser who is about to open a page. */
  async browse(visit: Visit): Promise<MeasuredPage> {
    const { allCpus, profile } = this.#options;
    this.#chromium ??= Chromium.launch(allCpus, profile?.part === 'page' ? profile.dir : null);
    return (await this.#chromium).visitor(visit);
  }

  /** Clients that are sent home at the end. */
  keep(crowd: Crowd): Crowd {
    this.#crowds.add(crowd);
    return crowd;
  }

  async close(): Promise<void> {
    for (const crowd of this.#crowds) crowd.leave();
    // A browser that did not start has failed its scenario already, and must not keep the servers from ending.
    const chromium = await this.#chromium?.catch(() => null);
    await chromium?.close();
    await Promise.all([...this.#running].map((running) => running.kill()));
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
