import { expect, test } from 'vitest';
import { partnersNamed } from '../testing/TestBoard.ts';
import { actionWords } from './actionWords.ts';

const partners = partnersNamed('North', 'South');
const action = {
  actionId: 'a',
  what: 'Book a room',
  owner: 'Alice',
  partnerId: partners[0]?.id ?? null,
  due: '2027-03-01',
  status: 'done',
  aboutId: null,
} as const;

test('a card says what, who of which partner, by when and how it stands', () => {
  expect(actionWords(action, partners, 'en')).toEqual({
    what: 'Book a room',
    sign: '✓',
    who: 'Alice · North',
    when: 'Mar 1, 2027 · ✓ done',
    partner: partners[0],
  });
});

test('a card says what is still missing', () => {
  const open = { ...action, owner: null, partnerId: null, due: null, status: 'open' } as const;
  expect(actionWords(open, partners, 'en')).toMatchObject({ who: 'Nobody yet', when: 'No date · ○ open' });
});
