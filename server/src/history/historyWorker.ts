import { parentPort } from 'node:worker_threads';
import { toPlainError } from '../storage/storeCalls.ts';
import { historyTasks } from './historyTasks.ts';
import type { TaskReply, TaskRequest } from './HistoryThread.ts';

/* The thread that reads and packs whole canvases. Started by HistoryThread. */

type Tasks = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only.');
port.on('message', (request: TaskRequest) => void answer(request));

async function answer({ id, task, args }: TaskRequest): Promise<void> {
  try {
    const tasks = historyTasks as unknown as Tasks;
    reply({ kind: 'result', id, value: await tasks[task]?.(...args) });
  } catch (error) {
    reply({ kind: 'failure', id, error: toPlainError(error) });
  }
}

function reply(message: TaskReply): void {
  port?.postMessage(message);
}
