import type { News, ParticipantId, Removal } from '@common-ground/protocol';
import { atom, type Atom } from '@tldraw/tldraw';
import type { NewsApi } from '../../api/createHistoryApi.ts';
import type { TextStore } from '../../session/TextStore.ts';
import type { ChangeItem } from '../changes/ChangeItem.ts';
import { newsItems, type NewsSources } from './newsItems.ts';
import { readUnseenSince, writeUnseenSince, type UnseenKey } from './unseenSince.ts';

/** What others did since somebody was last here. */
export interface BoardNews {
  /** Server time, ms. */
  readonly since: number;
  /** The oldest first. */
  readonly items: readonly ChangeItem[];
  /** Comments that others wrote; they are read in a place of their own. */
  readonly commentCount: number;
}

/** What the model works with. */
export interface NewsModelOptions {
  readonly api: NewsApi;
  readonly store: TextStore;
  readonly key: UnseenKey;
  /** Now, ms since 1970. */
  readonly now: () => number;
  /** The same by the server's clock. */
  readonly serverNow: () => number;
}

/** Somebody who was away for less has not been away: they loaded the page anew, or changed their device. */
const leastAwayMs = 5 * 60_000;

/** What is new on a board for somebody who comes back, until they have seen it. Failures are silent: it is a courtesy. */
export class NewsModel {
  /** Null while nothing is known, and once all is seen. */
  readonly news: Atom<BoardNews | null> = atom('news', null);
  private readonly options: NewsModelOptions;
  private hasLoaded = false;

  constructor(options: NewsModelOptions) {
    this.options = options;
  }

  /** Finds out what is new, once. `read` reads the board, which has arrived. */
  async load(read: () => Omit<NewsSources, 'removals'>): Promise<void> {
    if (this.hasLoaded) return;
    this.hasLoaded = true;
    const { api, store, key, now } = this.options;
    const answer = await api.news();
    if (!answer.ok) return;
    const since = this.sinceOf(answer.value);
    if (since === null) return;
    const removals = await this.removalsSince(since);
    const items = newsItems({ ...read(), removals }, key.participantId, since);
    const commentCount = answer.value.comments;
    if (items.length === 0 && commentCount === 0) {
      writeUnseenSince(store, key, null);
      return;
    }
    if (now() - since < leastAwayMs) return;
    writeUnseenSince(store, key, since);
    this.news.set({ since, items, commentCount });
  }

  /** Nothing of it is news any more, on any device. */
  markSeen(): void {
    const { api, store, key, serverNow } = this.options;
    this.news.set(null);
    writeUnseenSince(store, key, null);
    void api.seen(serverNow());
  }

  /** The earlier of when they were here and of what they have not looked at yet. */
  private sinceOf({ since }: News): number | null {
    const { store, key } = this.options;
    const unseen = readUnseenSince(store, key);
    if (since === null) return unseen;
    return unseen === null ? since : Math.min(since, unseen);
  }

  private async removalsSince(since: number): Promise<readonly Removal[]> {
    const answer = await this.options.api.removals(since);
    return answer.ok ? answer.value.removals : [];
  }
}

/** Who did something of it. */
export function peopleIn(news: BoardNews | null): ReadonlySet<ParticipantId> {
  return new Set(news?.items.map(({ by }) => by).filter((by) => by !== null));
}
