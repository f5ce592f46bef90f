import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, startServer, type Config, type StartOptions } from '@common-ground/server';

/** A server of a test's own, on a free port and in a folder that goes with it. */
export interface TestServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** The same for websockets: `ws://…/sync`. */
  readonly syncUrl: string;
  readonly dataDir: string;
  /** Stops the server and removes its folder. */
  close(): Promise<void>;
  /** Stops the server and starts another one on the same folder and port. */
  restart(): Promise<void>;
}

/** What a test wants different from the defaults. */
export interface TestServerOptions extends StartOptions {
  readonly config?: Partial<Config>;
  /** The default keeps tests independent of whether the client was built: a folder that is not there. */
  readonly clientDir?: string;
}

/** Starts a server; the caller closes it. Usable from any test runner. */
export async function startTestServer({ config, ...options }: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-ground-test-'));
  const start = (port: number) =>
    startServer(
      { ...defaultConfig(), dataDir, port, logLevel: 'silent', ...config },
      { clientDir: join(dataDir, 'not-built'), ...options },
    );
  let running = await start(0);
  const { url } = running;
  return {
    url,
    syncUrl: `${url.replace(/^http/, 'ws')}/sync`,
    dataDir,
    close: async () => {
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
    restart: async () => {
      await running.close();
      running = await start(Number(new URL(url).port));
    },
  };
}

/** The configuration of a server whose environment is empty. */
export function defaultConfig(): Config {
  const parsed = parseConfig({});
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
