import type { ParticipantId } from '@common-ground/protocol';
import { expect, test } from 'vitest';
import { readNews, type NewsSources } from './readNews.ts';

const [alice, bob] = ['alice', 'bob'] as unknown as [ParticipantId, ParticipantId];
const removal = { shapeId: 'shape:1', type: 'note', text: '' };
const sources: NewsSources = {
  metas: [
    { by: bob, at: 20 },
    { by: bob, at: 5, changedBy: bob, changedAt: 20 },
    { by: bob, at: 5, changedBy: alice, changedAt: 20 },
    { by: alice, at: 20 },
    {},
  ],
  removals: [
    { ...removal, at: 20, by: bob },
    { ...removal, at: 21, by: bob },
    { ...removal, shapeId: 'shape:2', at: 22, by: alice },
  ],
  workshop: null,
  comments: [
    { by: bob, at: 20, removedBy: null },
    { by: bob, at: 21, removedBy: bob },
    { by: alice, at: 22, removedBy: null },
    { by: bob, at: 9, removedBy: null },
  ],
};

test('counts what others did since then, each thing once', () => {
  expect(readNews(sources, alice, 10)).toEqual({
    since: 10,
    added: 1,
    changed: 1,
    removed: 1,
    decisions: 0,
    comments: 1,
  });
});

test('has no news for somebody who has never been here', () => {
  expect(readNews(sources, alice, null)).toMatchObject({ since: null, added: 0, comments: 0 });
});
