import { TestCanvas } from '@common-ground/board/testing';
import { fail, ok, type BoardId, type News, type ParticipantId, type Removal } from '@common-ground/protocol';
import { describe, expect, test } from 'vitest';
import type { NewsApi } from '../../api/createHistoryApi.ts';
import { createTextStore } from '../../session/TextStore.ts';
import { NewsModel, peopleIn } from './NewsModel.ts';

const hourMs = 3_600_000;
const now = 100 * hourMs;
const key = { boardId: 'board' as BoardId, participantId: 'alice' as ParticipantId };

class FakeNews implements NewsApi {
  since: number | null = now - hourMs;
  comments = 0;
  isAway = false;
  asked: number[] = [];
  seenAt: number[] = [];

  async news() {
    const counts: News = {
      since: this.since,
      added: 1,
      changed: 0,
      removed: 0,
      decisions: 0,
      comments: this.comments,
    };
    return this.isAway ? fail({ kind: 'network' as const }) : ok(counts);
  }

  async removals(since: number) {
    this.asked.push(since);
    return this.isAway ? fail({ kind: 'network' as const }) : ok({ removals: [] as Removal[] });
  }

  async seen(at: number) {
    this.seenAt.push(at);
    return ok(undefined);
  }
}

/** A browser of Alice's, on a board where Bob wrote a note half an hour ago. */
function aliceComesBack(api = new FakeNews(), store = createTextStore(noStorage)) {
  const model = new NewsModel({ api, store, key, now: () => now, serverNow: () => now });
  const canvas = new TestCanvas('bob');
  canvas.changes(canvas.writes('Clean water'), { meta: { by: 'bob', at: now - hourMs / 2 } });
  const load = () => model.load(() => ({ records: canvas.records(), decisions: [] }));
  return { api, store, model, load };
}

function noStorage(): never {
  throw new Error('This browser keeps nothing.');
}

describe('news for somebody who comes back', () => {
  test('tells what others did, and who', async () => {
    const { model, load } = aliceComesBack();
    await load();
    const news = model.news.get();
    expect(news).toMatchObject({ since: now - hourMs, items: [{ words: 'Clean water' }] });
    expect([...peopleIn(news)]).toEqual(['bob']);
  });

  test('is silent for somebody who is here for the first time, and when the server is away', async () => {
    const newcomer = aliceComesBack();
    newcomer.api.since = null;
    await newcomer.load();
    const unlucky = aliceComesBack();
    unlucky.api.isAway = true;
    await unlucky.load();
    expect([newcomer.model.news.get(), unlucky.model.news.get()]).toEqual([null, null]);
  });

  test('is silent for somebody who loads the page anew', async () => {
    const { api, model, load } = aliceComesBack();
    api.since = now - 45 * 60_000;
    await load();
    expect(model.news.get()).not.toBeNull();
    const again = aliceComesBack();
    again.api.since = now - 60_000;
    await again.load();
    expect(again.model.news.get()).toBeNull();
  });

  test('stays until it is seen, though the person was here in between', async () => {
    const first = aliceComesBack();
    await first.load();
    first.api.since = now - 1_000;
    const second = aliceComesBack(first.api, first.store);
    await second.load();
    expect(second.model.news.get()).toMatchObject({ since: now - hourMs });

    second.model.markSeen();
    expect(second.model.news.get()).toBeNull();
    expect(first.api.seenAt).toEqual([now]);
    const third = aliceComesBack(first.api, first.store);
    await third.load();
    expect(third.model.news.get()).toBeNull();
  });

  test('comments alone are news, too', async () => {
    const { api, model } = aliceComesBack();
    api.comments = 2;
    await model.load(() => ({ records: [], decisions: [] }));
    expect(model.news.get()).toMatchObject({ items: [], commentCount: 2 });
  });

  test('is asked for once', async () => {
    const { api, load } = aliceComesBack();
    await Promise.all([load(), load()]);
    expect(api.asked).toEqual([now - hourMs]);
  });
});
