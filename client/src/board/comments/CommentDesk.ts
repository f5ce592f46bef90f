import type {
  CommentCommand,
  CommentsSeen,
  CommentThread,
  NewCommentPlace,
  ParticipantId,
  Result,
  ThreadId,
} from '@common-ground/protocol';
import { atom, computed, type Atom, type Computed } from '@tldraw/tldraw';
import type { ApiError } from '../../api/ApiError.ts';
import type { TextStore } from '../../session/TextStore.ts';
import type { CommentsNews } from '../connection/BoardConnection.ts';
import { parseKeptCommands, type KeptCommands, type WaitingCommand } from './KeptCommands.ts';
import { overlayCommands, type Threads } from './overlayCommands.ts';
import { threadViews, type ThreadView } from './threadViews.ts';

/** The server's side of comments. */
export interface CommentsApi {
  list(): Promise<Result<{ threads: readonly CommentThread[]; seen: CommentsSeen }, ApiError>>;
  give(command: CommentCommand): Promise<Result<{ thread: CommentThread }, ApiError>>;
  markSeen(seen: CommentsSeen): Promise<Result<void, ApiError>>;
}

/** What a desk works with. */
export interface CommentDeskOptions {
  readonly api: CommentsApi;
  readonly me: ParticipantId;
  readonly store: TextStore;
  /** Under which unsent comments are kept on this device: one for each board and person. */
  readonly storeKey: string;
  readonly now: () => number;
  /** Calls back once; the returned function cancels. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

/** What stands open over the canvas. */
export type OpenComment =
  | { readonly kind: 'thread'; readonly threadId: ThreadId }
  | { readonly kind: 'new'; readonly place: NewCommentPlace };

/** How long to wait before what did not arrive is sent again while the connection stands. */
const againMs = 5_000;

/**
 * The comments of a board as one person has them: what the server told, what this person wrote and the server does not have
 * yet (kept on this device, and sent again until it has), and what they have read.
 */
export class CommentDesk {
  /** Null until the server's list has come. */
  readonly views: Computed<readonly ThreadView[] | null>;
  readonly open: Atom<OpenComment | null> = atom('open comment', null);
  readonly kept: Atom<KeptCommands>;
  /** Whether the server's list has come. */
  readonly isListed: Atom<boolean> = atom('comments are listed', false);
  private readonly threads: Atom<Threads> = atom('comment threads', new Map());
  private readonly seen: Atom<CommentsSeen> = atom('comments seen', {});
  private readonly options: CommentDeskOptions;
  private isFlushing = false;
  private cancelRetry: (() => void) | null = null;

  constructor(options: CommentDeskOptions) {
    this.options = options;
    this.kept = atom('kept comments', parseKeptCommands(options.store.read(options.storeKey)));
    this.views = computed('thread views', () => {
      if (!this.isListed.get() && this.kept.get().waiting.length === 0) return null;
      const shown = overlayCommands(this.threads.get(), this.kept.get().waiting, options.me);
      return threadViews(shown, this.seen.get(), options.me);
    });
  }

  /** A connection is open: what waits is sent, and the list is read. */
  async connected(): Promise<void> {
    await this.flush();
    const answer = await this.options.api.list();
    if (!answer.ok) return this.retrySoon(() => void this.connected());
    this.merge(answer.value.threads);
    this.mergeSeen(answer.value.seen);
    this.isListed.set(true);
  }

  /** The server told what is new. */
  receive(news: CommentsNews): void {
    if (news.type === 'comments') this.merge(news.change.threads);
    else this.mergeSeen(news.seen);
  }

  /** Gives a command: it shows at once, is kept, and is sent until the server has answered. */
  give(command: CommentCommand): void {
    this.change({
      waiting: [...this.kept.get().waiting, { command, at: this.options.now(), refusal: null }],
    });
    void this.flush();
  }

  /** Tries a refused command again, or lets it go. */
  settle(waiting: WaitingCommand, act: 'again' | 'drop'): void {
    const rest = this.kept.get().waiting;
    this.change({
      waiting:
        act === 'drop'
          ? rest.filter((one) => one !== waiting)
          : rest.map((one) => (one === waiting ? { ...one, refusal: null } : one)),
    });
    if (act === 'again') void this.flush();
  }

  /** What stands in a field: of a thread, or of a new one. */
  typing(key: string): string {
    return this.kept.get().typing[key] ?? '';
  }

  /** Somebody types in a field. */
  type(key: string, text: string): void {
    const { [key]: _, ...others } = this.kept.get().typing;
    this.change({ typing: text === '' ? others : { ...others, [key]: text } });
  }

  /** This person has all of these threads before their eyes. */
  see(threads: readonly CommentThread[]): void {
    const seen = this.seen.get();
    const news = threads.filter(({ id, comments }) => (seen[id] ?? 0) < comments.length);
    if (news.length === 0) return;
    const counts = Object.fromEntries(news.map(({ id, comments }) => [id, comments.length])) as CommentsSeen;
    this.mergeSeen(counts);
    // If it does not arrive, they are unread again at the next visit, and no word is lost.
    void this.options.api.markSeen(counts);
  }

  /** Stops sending again. */
  dispose(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
  }

  private async flush(): Promise<void> {
    if (this.isFlushing) return;
    this.isFlushing = true;
    try {
      for (let next = this.nextToSend(); next !== null; next = this.nextToSend()) {
        const answer = await this.options.api.give(next.command);
        if (!this.receiveAnswer(next, answer)) return this.retrySoon(() => void this.flush());
      }
    } finally {
      this.isFlushing = false;
    }
  }

  /** Whether the command is dealt with; false when it has to be sent again. */
  private receiveAnswer(sent: WaitingCommand, answer: Awaited<ReturnType<CommentsApi['give']>>): boolean {
    const { waiting } = this.kept.get();
    if (answer.ok) {
      this.merge([answer.value.thread]);
      this.change({ waiting: waiting.filter((one) => one !== sent) });
      return true;
    }
    const { error } = answer;
    if (error.kind !== 'refused' || isPassing(error.code)) return false;
    const refused = { ...sent, refusal: error.code };
    this.change({ waiting: waiting.map((one) => (one === sent ? refused : one)) });
    return true;
  }

  private nextToSend(): WaitingCommand | null {
    return this.kept.get().waiting.find(({ refusal }) => refusal === null) ?? null;
  }

  private retrySoon(again: () => void): void {
    this.cancelRetry?.();
    this.cancelRetry = this.options.after(againMs, again);
  }

  private merge(threads: readonly CommentThread[]): void {
    const merged = new Map(this.threads.get());
    for (const thread of threads) {
      if ((merged.get(thread.id)?.version ?? 0) < thread.version) merged.set(thread.id, thread);
    }
    this.threads.set(merged);
  }

  private mergeSeen(seen: CommentsSeen): void {
    const merged: Record<string, number> = { ...this.seen.get() };
    for (const [id, count] of Object.entries(seen)) merged[id] = Math.max(merged[id] ?? 0, count);
    this.seen.set(merged);
  }

  private change(change: Partial<KeptCommands>): void {
    const kept = { ...this.kept.get(), ...change };
    this.kept.set(kept);
    const { store, storeKey } = this.options;
    if (kept.waiting.length === 0 && Object.keys(kept.typing).length === 0) store.remove(storeKey);
    else store.write(storeKey, JSON.stringify(kept));
  }
}

/** Refusals that pass by themselves. */
function isPassing(code: string): boolean {
  return ['too_many_requests', 'server_trouble', 'storage_trouble', 'board_unreadable'].includes(code);
}
