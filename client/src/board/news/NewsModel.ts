import type { ParticipantId } from '@common-ground/protocol';
import { atom, type Atom } from '@tldraw/tldraw';
import type { NewsApi } from '../../api/createHistoryApi.ts';
import type { ChangeItem } from '../changes/ChangeItem.ts';
import { newsItems, type NewsSources } from './newsItems.ts';

/** What others did since somebody was last here. */
export interface BoardNews {
  /** Server time, ms. */
  readonly since: number;
  /** The oldest first. */
  readonly items: readonly ChangeItem[];
}

/** What the model works with. */
export interface NewsModelOptions {
  readonly api: NewsApi;
  readonly participantId: ParticipantId;
  /** Now, ms since 1970. */
  readonly now: () => number;
  /** The same by the server's clock. */
  readonly serverNow: () => number;
}

/** Somebody who was away for less has not been away: they loaded the page anew, or changed their device. */
const leastAwayMs = 5 * 60_000;

/**
 * What is new on a board for somebody who comes back, until they have seen it. The server keeps until when they have, so it is the
 * same on all their devices. Failures are silent: it is a courtesy.
 */
export class NewsModel {
  /** Null while nothing is known, and once all is seen. */
  readonly news: Atom<BoardNews | null> = atom('news', null);
  private readonly options: NewsModelOptions;
  /** What is being asked, or was: whether it was answered. */
  private loading: Promise<boolean> | null = null;

  constructor(options: NewsModelOptions) {
    this.options = options;
  }

  /** The board has arrived, for the first time or once more. `read` reads it. */
  async arrive(read: () => Omit<NewsSources, 'removals'>): Promise<void> {
    if (this.loading === null) {
      this.loading = this.load(read);
      // Asked again at the next arrival: who does not know what is new has not seen it.
      if (!(await this.loading)) this.loading = null;
    } else if (await this.loading) {
      if (this.news.get() === null) this.saySeen();
      else await this.check();
    }
  }

  /** Whether it was seen on another device meanwhile. */
  async check(): Promise<void> {
    const shown = this.news.get();
    if (shown === null) return;
    const answer = await this.options.api.news();
    if (answer.ok && (answer.value.since ?? 0) > shown.since) this.news.set(null);
  }

  /** Nothing of it is news any more, on any device. */
  markSeen(): void {
    this.news.set(null);
    this.saySeen();
  }

  private async load(read: () => Omit<NewsSources, 'removals'>): Promise<boolean> {
    const { api, now, participantId } = this.options;
    const answer = await api.news();
    if (!answer.ok) return false;
    const { since } = answer.value;
    if (since === null) return true;
    const gone = await api.removals(since);
    if (!gone.ok) return false;
    const items = newsItems({ ...read(), removals: gone.value.removals }, participantId, since);
    // From now on they see what happens; else all of that would be news at their next visit.
    if (items.length === 0 || now() - since < leastAwayMs) this.saySeen();
    else this.news.set({ since, items });
    return true;
  }

  private saySeen(): void {
    void this.options.api.seen(this.options.serverNow());
  }
}

/** Who did something of it. */
export function peopleIn(news: BoardNews | null): ReadonlySet<ParticipantId> {
  return new Set(news?.items.map(({ by }) => by).filter((by) => by !== null));
}
