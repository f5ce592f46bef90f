import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A server as a host runs it: a process of its own with a data folder of its own, so that it can be killed and
 * started again. After a restart it listens on the same port, for browsers to find it again.
 */
export class ServerProcess {
  readonly #dataDir: string;
  #port = 0;
  #child: ChildProcess | null = null;
  #output = '';
  /** How it ended without being asked to, with what it printed; null while it has not. */
  #accident: string | null = null;
  #isAsked = false;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** A running server with no boards. */
  static async start(): Promise<ServerProcess> {
    const server = new ServerProcess(await mkdtemp(join(tmpdir(), 'common-ground-e2e-')));
    await server.start();
    return server;
  }

  /** Where people reach it, without a slash at the end. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it, or starts it again; nothing if it runs. Rejects with what it printed when it does not come up. */
  async start(): Promise<void> {
    if (this.#child !== null) return;
    this.#output = '';
    this.#isAsked = false;
    const child = spawn(process.execPath, ['server/src/main.ts'], {
      cwd: projectRoot,
      env: { ...process.env, ...this.#settings() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.once('exit', (code, signal) => this.#ended(code ?? signal));
    this.#port = await this.#printedPort(child);
  }

  /** The power cut: nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** The orderly end, as a host's service manager asks for it. Rejects when the server reports trouble. */
  async stop(): Promise<void> {
    const code = await this.#end('SIGTERM');
    if (code !== 0) throw new Error(`The server ended with ${code}:\n${this.#output}`);
  }

  /** Throws what it printed when it has ended by itself since the last call. */
  assertNoAccident(): void {
    const accident = this.#accident;
    this.#accident = null;
    if (accident !== null) throw new Error(accident);
  }

  /** Stops it and removes its data. */
  async dispose(): Promise<void> {
    try {
      await this.stop();
    } finally {
      await rm(this.#dataDir, { recursive: true, force: true });
    }
  }

  #ended(how: number | NodeJS.Signals | null): void {
    this.#child = null;
    if (!this.#isAsked) this.#accident = `The server ended with ${how} by itself:\n${this.#output}`;
  }

  #settings(): NodeJS.ProcessEnv {
    return { PORT: String(this.#port), HOST: '127.0.0.1', DATA_DIR: this.#dataDir, LOG_LEVEL: 'warn' };
  }

  async #end(signal: NodeJS.Signals): Promise<number> {
    const child = this.#child;
    if (child === null) return 0;
    const exited = once(child, 'exit');
    this.#isAsked = true;
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code ?? 0;
  }

  async #printedPort(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
      const collect = (chunk: Buffer) => {
        this.#output += chunk.toString();
        const port = /https?:\/\/[^\s/]+:(\d+)/.exec(this.#output)?.[1];
        if (port !== undefined) resolve(Number(port));
      };
      child.stdout?.on('data', collect);
      child.stderr?.on('data', collect);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${this.#output}`)));
    });
  }
}
