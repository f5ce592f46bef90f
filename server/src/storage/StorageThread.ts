import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { exhaustive } from '@common-ground/protocol';
import type { DatabaseStores } from './DatabaseStores.ts';
import { StorageError } from './StorageError.ts';
import { fromPlainError, storeMethods, type StoreReply, type StoreRequest } from './storeCalls.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * The database on a thread of its own. SQLite works synchronously and waits for the disk at each commit; here only that
 * thread waits, and cursors, reads and other boards' frames go on. If the thread dies, its error ends the process: without
 * a database a server can do nothing.
 */
export class StorageThread {
  readonly stores: DatabaseStores = {
    archives: this.#remote('archives'),
    canvases: this.#remote('canvases'),
    comments: this.#remote('comments'),
    directory: this.#remote('directory'),
    journal: this.#remote('journal'),
    links: this.#remote('links'),
    participants: this.#remote('participants'),
    snapshots: this.#remote('snapshots'),
    workshops: this.#remote('workshops'),
    feeds: this.#remote('feeds'),
    ownTemplates: this.#remote('ownTemplates'),
    webhooks: this.#remote('webhooks'),
  };
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 0;
  #isClosing = false;

  /** Opens the database at the path. Rejects with a StorageError when it cannot be used. */
  static async open(path: string): Promise<StorageThread> {
    const worker = new Worker(new URL('./storageWorker.ts', import.meta.url), { workerData: path });
    const [first] = (await once(worker, 'message')) as [StoreReply];
    if (first.kind === 'ready') return new StorageThread(worker);
    await worker.terminate();
    throw new StorageError(first.kind === 'unusable' ? first.message : 'The database did not open.');
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: StoreReply) => this.#receive(reply));
    worker.on('exit', () => this.#end());
  }

  /** Calls that have not been answered yet. */
  get waitingCalls(): number {
    return this.#waiting.size;
  }

  /** Closes the database after what was called before; later calls reject. */
  async close(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    const ended = once(this.#worker, 'exit');
    this.#post({ kind: 'close' });
    await ended;
  }

  #remote<Store extends keyof DatabaseStores>(store: Store): DatabaseStores[Store] {
    const methods = Object.keys(storeMethods[store]).map((method) => [
      method,
      (...args: readonly unknown[]) => this.#call(store, method, args),
    ]);
    return Object.fromEntries(methods) as DatabaseStores[Store];
  }

  #call(store: keyof DatabaseStores, method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#isClosing) return Promise.reject(new StorageError('The database is closed.'));
    const id = this.#nextId;
    this.#nextId += 1;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#post({ kind: 'call', id, store, method, args });
    return promise;
  }

  #post(request: StoreRequest): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(request);
  }

  #receive(reply: StoreReply): void {
    switch (reply.kind) {
      case 'result':
        return this.#take(reply.id)?.resolve(reply.value);
      case 'failure':
        return this.#take(reply.id)?.reject(fromPlainError(reply.error));
      case 'ready':
      case 'unusable':
        return;
      default:
        exhaustive(reply);
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #end(): void {
    this.#isClosing = true;
    for (const waiting of this.#waiting.values()) waiting.reject(new StorageError('The database is closed.'));
    this.#waiting.clear();
  }
}
