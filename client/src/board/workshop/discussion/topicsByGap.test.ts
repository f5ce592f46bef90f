import type { PartnerId } from '@common-ground/protocol';
import type { RatingsTally } from '@common-ground/workshop';
import { expect, test } from 'vitest';
import { topicsByGap } from './topicsByGap.ts';

type Rating = RatingsTally['ratings'][number];

function rated(itemId: string, questionKey: string, north: number, south: number): Rating {
  const byPartner = [
    { partnerId: 'north' as PartnerId, answers: 1, mean: north },
    { partnerId: 'south' as PartnerId, answers: 1, mean: south },
  ];
  return { itemId, questionKey, answers: 2, mean: null, spread: null, counts: [], byPartner };
}

test('what partners are furthest apart on is talked about first, by the question with the largest gap', () => {
  const items = [
    { itemId: 'a', label: 'Alike' },
    { itemId: 'b', label: 'Apart\non commitment' },
    { itemId: 'c', label: 'A little apart' },
    { itemId: 'd', label: 'Rated by nobody' },
  ];
  const ratings = [
    rated('a', 'clear', 4, 4),
    rated('a', 'commit', 4, 4),
    rated('b', 'clear', 5, 5),
    rated('b', 'commit', 1, 5),
    rated('c', 'clear', 3, 4),
  ];
  const tally: RatingsTally = { kind: 'ratings', voters: 2, isSuppressed: false, ratings };
  expect(topicsByGap(items, tally).map(({ title }) => title)).toEqual([
    'Apart on commitment',
    'A little apart',
    'Alike',
    'Rated by nobody',
  ]);
});
