import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { within } from '../generator/pausing.ts';
import type { Usage, UsageAnswer, UsageRequest } from './meter.ts';
import type { StartOptions } from './Target.ts';

/** What a process is started with, besides the {@link StartOptions}. */
export interface ServerScript {
  /** Absolute. */
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const meterUrl = new URL('meter.ts', import.meta.url).href;
const stopWithinMs = 20_000;
const answerWithinMs = 30_000;
/** The end of what a server said is enough to see what went wrong. */
const keptOutputChars = 4_000;

/** A server in a process of its own, with the meter in it. Ends with this process, however that ends. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #output = '';

  constructor({ path, env }: ServerScript, { cpu, dataDir, profileDir }: StartOptions) {
    const profiling: Record<string, string> = profileDir === null ? {} : { BENCH_PROFILE_DIR: profileDir };
    const node = [process.execPath, '--import', meterUrl, path];
    const [command = '', ...args] = cpu === null ? node : ['taskset', '-c', String(cpu), ...node];
    this.#child = spawn(command, args, {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: dataDir, ...profiling, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', resolve);
      this.#child.once('error', resolve);
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#output = (this.#output + data.toString()).slice(-keptOutputChars);
      });
    }
  }

  /** The end of what it wrote. */
  get output(): string {
    return this.#output;
  }

  /** Waits for a message, or for something that it writes; rejects when it ends instead, or is too late. */
  async tells<T>(look: (message: unknown, output: string) => T | null): Promise<T> {
    const ended = this.#ended.then(() => {
      throw new Error(`The server ended:\n${this.#output}`);
    });
    const told = Promise.withResolvers<T>();
    const hear = (message: unknown): void => {
      const found = look(message, this.#output);
      if (found !== null) told.resolve(found);
    };
    const read = (): void => hear(null);
    this.#child.on('message', hear);
    this.#child.stdout?.on('data', read);
    try {
      return await within(answerWithinMs, 'Hearing from the server', Promise.race([told.promise, ended]));
    } finally {
      this.#child.off('message', hear);
      this.#child.stdout?.off('data', read);
    }
  }

  async usage(tidy = false): Promise<Usage> {
    const request: UsageRequest = { type: 'usage', tidy };
    const answer = this.tells((message) => (isUsageAnswer(message) ? message.usage : null));
    this.#child.send(request);
    return answer;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    try {
      await within(stopWithinMs, 'Stopping the server', this.#ended);
    } catch {
      await this.kill();
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

/** The absolute path of a file beside a module. */
export function pathOf(relative: string, importMetaUrl: string): string {
  return fileURLToPath(new URL(relative, importMetaUrl));
}

function isUsageAnswer(message: unknown): message is UsageAnswer {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'usage';
}
