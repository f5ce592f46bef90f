import type { BoardId, Delivery, Webhook } from '@common-ground/protocol';
import type { Clock } from '@common-ground/sync';
import { signWebhook } from './signWebhook.ts';
import type { DeliveryOutcome, WaitingDelivery, WebhookStore } from './WebhookStore.ts';

/** Sends a body to an address; resolves with the status. Rejects, with a sentence, when there is no answer. */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

/** What a sender works with. */
export interface WebhookSenderOptions {
  readonly store: WebhookStore;
  readonly clock: Clock;
  readonly post: Post;
  readonly newId: () => string;
  readonly onError: (error: unknown, what: string) => void;
}

/** Pauses after each attempt that failed; after the last one a message is given up. */
const retryAfterMs = [5_000, 60_000, 600_000, 3_600_000, 4 * 3_600_000, 12 * 3_600_000];
const lookEveryMs = 10_000;
/** Messages on their way at a time: an address that does not answer holds up nobody else for long. */
const atATime = 20;

/** Sends webhooks their messages: signed, in the background, again with growing pauses until they are taken or given up. */
export class WebhookSender {
  readonly #options: WebhookSenderOptions;
  #isRunning = false;
  #isClosed = false;
  #cancelLook: (() => void) | null = null;

  constructor(options: WebhookSenderOptions) {
    this.#options = options;
  }

  /** Sends what is due now, and goes on looking. Never rejects. */
  async run(): Promise<void> {
    if (this.#isRunning || this.#isClosed) return;
    this.#isRunning = true;
    this.#cancelLook?.();
    try {
      while (!this.#isClosed && (await this.#sendDue())) continue;
    } catch (error) {
      this.#options.onError(error, 'webhooks were not sent');
    }
    this.#isRunning = false;
    if (!this.#isClosed) this.#cancelLook = this.#options.clock.after(lookEveryMs, () => void this.run());
  }

  /** Sends a message that only says it is one, once; what became of it is in the log too. Rejects when the storage fails. */
  async test(boardId: BoardId, { id, secret, url }: Webhook): Promise<Delivery> {
    const { clock, newId, store } = this.#options;
    const at = clock.now();
    const body = JSON.stringify({ type: 'test', timestamp: new Date(at).toISOString(), data: { boardId } });
    const delivery: Delivery = { ...waiting, id: newId(), webhookId: id, kind: 'test', at };
    const outcome = await this.#attempt({ boardId, delivery, url, secret, body }, []);
    await store.settle(boardId, delivery, outcome);
    return { ...delivery, ...outcome };
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelLook?.();
  }

  /** Whether there was anything. */
  async #sendDue(): Promise<boolean> {
    const { clock, store } = this.#options;
    const due = await store.due(clock.now(), atATime);
    await Promise.all(
      due.map(async (message) => {
        const outcome = await this.#attempt(message, retryAfterMs);
        await store.settle(message.boardId, message.delivery, outcome);
      }),
    );
    return due.length > 0;
  }

  async #attempt(message: WaitingDelivery, pausesMs: readonly number[]): Promise<DeliveryOutcome> {
    const { clock, post } = this.#options;
    const attempts = message.delivery.attempts + 1;
    const headers = signWebhook(message, clock.now());
    const answer = await post(message.url, headers, message.body).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (typeof answer === 'number' && answer >= 200 && answer < 300)
      return { state: 'delivered', attempts, nextAt: null, answer: String(answer) };
    const pauseMs = pausesMs[attempts - 1];
    if (pauseMs === undefined) return { state: 'given-up', attempts, nextAt: null, answer: String(answer) };
    return { state: 'waiting', attempts, nextAt: clock.now() + pauseMs, answer: String(answer) };
  }
}

const waiting = { state: 'waiting', attempts: 0, nextAt: null, answer: null } as const;
