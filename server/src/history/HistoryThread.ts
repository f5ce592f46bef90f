import { Worker } from 'node:worker_threads';
import { fromPlainError, type PlainError } from '../storage/storeCalls.ts';
import type { historyTasks } from './historyTasks.ts';

/** To the thread. */
export interface TaskRequest {
  /** Comes back in the answer. */
  readonly id: number;
  readonly task: keyof HistoryTasks;
  readonly args: readonly unknown[];
}

/** From the thread. */
export type TaskReply =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: PlainError };

/** What the thread does. */
export type HistoryTasks = typeof historyTasks;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** More than the largest board needs; what asks for more fails alone, and the server goes on. */
const maxHeapMb = 1_024;
/** How long an idle thread stays: it keeps some 100 MB that a server without news can do without. */
const idleMs = 60_000;

/**
 * Reads and packs whole canvases on a thread of its own, which comes when there is something to do and goes when there is
 * nothing. If it dies, what it was doing rejects, and the next task starts another one.
 */
export class HistoryThread {
  readonly tasks: HistoryTasks = {
    take: this.#remote('take'),
    open: this.#remote('open'),
    canvas: this.#remote('canvas'),
    newCanvas: this.#remote('newCanvas'),
    packFile: this.#remote('packFile'),
    unpackFile: this.#remote('unpackFile'),
  };
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #nextId = 0;
  #isClosed = false;

  /** Ends the thread; what it has not answered rejects. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#end(new Error('The server is stopping.'));
  }

  #remote<Task extends keyof HistoryTasks>(task: Task): HistoryTasks[Task] {
    const call = (...args: readonly unknown[]): Promise<unknown> => this.#call(task, args);
    return call as HistoryTasks[Task];
  }

  #call(task: keyof HistoryTasks, args: readonly unknown[]): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error('The server is stopping.'));
    if (this.#idle !== null) clearTimeout(this.#idle);
    const id = this.#nextId;
    this.#nextId += 1;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#worker ??= this.#start();
    const request: TaskRequest = { id, task, args };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(request);
    return promise;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./historyWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    worker.on('message', (reply: TaskReply) => this.#receive(reply));
    worker.on('error', (error: Error) => void (this.#worker === worker && this.#end(error)));
    return worker;
  }

  #receive(reply: TaskReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'result') waiting?.resolve(reply.value);
    else waiting?.reject(fromPlainError(reply.error));
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => void this.#end(new Error('The thread was idle.')), idleMs);
    this.#idle.unref();
  }

  async #end(reason: Error): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of lost) waiting.reject(reason);
    await worker?.terminate();
  }
}
