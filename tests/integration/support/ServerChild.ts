import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const mainPath = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));

/** How a server process ended. */
export interface Exit {
  /** Null if a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote, to both outputs. */
  readonly output: string;
}

/** The server as whoever hosts it runs it: a process of its own that reads its environment. */
export class ServerChild {
  /** Resolves when the process has ended. */
  readonly ended: Promise<Exit>;
  readonly #child: ChildProcess;
  #output = '';
  #listeners: (() => void)[] = [];

  /** Starts a process; of the test's own environment only where programs and compiled code are reaches it. */
  static spawn(env: Readonly<Record<string, string>>): ServerChild {
    return new ServerChild(env);
  }

  /** Starts a process and waits until it serves. Rejects with its output when it ends instead. */
  static async start(env: Readonly<Record<string, string>>): Promise<{ child: ServerChild; url: string }> {
    const child = new ServerChild(env);
    const url = await Promise.race([child.address(), child.ended]);
    if (typeof url !== 'string') throw new Error(`The server did not start:\n${url.output}`);
    return { child, url };
  }

  private constructor(env: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [mainPath], {
      env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#output += data.toString();
        for (const listener of this.#listeners) listener();
      });
    }
    this.ended = once(this.#child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      output: this.#output,
    }));
  }

  get output(): string {
    return this.#output;
  }

  /** Sends a signal and waits for the end. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<Exit> {
    this.#child.kill(signal);
    return this.ended;
  }

  /** The address that the server prints for a newcomer. */
  address(): Promise<string> {
    return new Promise((resolve) => {
      const look = (): void => {
        const address = /^Common Ground is running at (\S+)$/m.exec(this.#output)?.[1];
        if (address !== undefined) resolve(address);
      };
      this.#listeners.push(look);
      look();
    });
  }
}
