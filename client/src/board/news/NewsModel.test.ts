import { TestCanvas } from '@common-ground/board/testing';
import { fail, ok, type News, type ParticipantId, type Removal } from '@common-ground/protocol';
import { describe, expect, test } from 'vitest';
import type { NewsApi } from '../../api/createHistoryApi.ts';
import { NewsModel, peopleIn } from './NewsModel.ts';

const hourMs = 3_600_000;
const now = 100 * hourMs;
const participantId = 'alice' as ParticipantId;

class FakeNews implements NewsApi {
  since: number | null = now - hourMs;
  isAway = false;
  asked: number[] = [];
  seenAt: number[] = [];

  async news() {
    const counts: News = { since: this.since, added: 1, changed: 0, removed: 0, decisions: 0, comments: 0 };
    return this.isAway ? fail({ kind: 'network' as const }) : ok(counts);
  }

  async removals(since: number) {
    this.asked.push(since);
    return this.isAway ? fail({ kind: 'network' as const }) : ok({ removals: [] as Removal[] });
  }

  async seen(at: number) {
    this.seenAt.push(at);
    this.since = at;
    return ok(undefined);
  }
}

/** A browser of Alice's, on a board where Bob wrote a note half an hour ago. */
function aliceComesBack(api = new FakeNews()) {
  const model = new NewsModel({ api, participantId, now: () => now, serverNow: () => now });
  const canvas = new TestCanvas('bob');
  canvas.changes(canvas.writes('Clean water'), { meta: { by: 'bob', at: now - hourMs / 2 } });
  const arrive = () => model.arrive(() => ({ records: canvas.records(), decisions: [], comments: [] }));
  return { api, model, arrive };
}

describe('news for somebody who comes back', () => {
  test('tells what others did, and who', async () => {
    const { api, model, arrive } = aliceComesBack();
    await arrive();
    const news = model.news.get();
    expect(news).toMatchObject({ since: now - hourMs, items: [{ words: 'Clean water' }] });
    expect([...peopleIn(news)]).toEqual(['bob']);
    expect(api.seenAt).toEqual([]);
  });

  test('is silent for somebody who is here for the first time, and when the server is away', async () => {
    const newcomer = aliceComesBack();
    newcomer.api.since = null;
    await newcomer.arrive();
    const unlucky = aliceComesBack();
    unlucky.api.isAway = true;
    await unlucky.arrive();
    expect([newcomer.model.news.get(), unlucky.model.news.get()]).toEqual([null, null]);
    expect([newcomer.api.seenAt, unlucky.api.seenAt]).toEqual([[], []]);
  });

  test('is silent for somebody who loads the page anew, who sees all that happens from then on', async () => {
    const { api, model, arrive } = aliceComesBack();
    api.since = now - 60_000;
    await arrive();
    expect(model.news.get()).toBeNull();
    expect(api.seenAt).toEqual([now]);
  });

  test('of nothing is all seen', async () => {
    const { api, model } = aliceComesBack();
    await model.arrive(() => ({ records: [], decisions: [], comments: [] }));
    expect([model.news.get(), api.seenAt]).toEqual([null, [now]]);
  });

  test('stays until it is seen, and is gone then on every device', async () => {
    const laptop = aliceComesBack();
    await laptop.arrive();
    const phone = aliceComesBack(laptop.api);
    await phone.arrive();
    expect(phone.model.news.get()).toMatchObject({ since: now - hourMs });
    phone.model.markSeen();
    expect(phone.model.news.get()).toBeNull();
    await laptop.model.check();
    expect(laptop.model.news.get()).toBeNull();
    expect(laptop.api.seenAt).toEqual([now]);
  });

  test('is read once; whoever is connected anew goes on from where they were', async () => {
    const { api, model, arrive } = aliceComesBack();
    await Promise.all([arrive(), arrive()]);
    await arrive();
    expect(api.asked).toEqual([now - hourMs]);
    expect([model.news.get() !== null, api.seenAt]).toEqual([true, []]);
    model.markSeen();
    await arrive();
    expect(api.seenAt).toEqual([now, now]);
  });

  test('is asked for again when the server did not answer, and not taken as seen', async () => {
    const { api, model, arrive } = aliceComesBack();
    api.isAway = true;
    await arrive();
    api.isAway = false;
    await arrive();
    expect([model.news.get() !== null, api.seenAt]).toEqual([true, []]);
  });
});
