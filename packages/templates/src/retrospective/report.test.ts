import type { PartnerId } from '@common-ground/protocol';
import type { DotsTally } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { linesOfText, markdownOf } from '../testing/markdownOf.ts';
import { actionOf, roundOf, TestBoard, testNow } from '../testing/TestBoard.ts';
import { retrospective } from './index.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;

describe('the report of a retrospective', () => {
  const board = new TestBoard(retrospective);
  const cluster = board.cluster('start', 'Meetings');
  board.note('start', 'Start on time', { holder: cluster });
  const single = board.note('stop', 'Long calls');
  board.note('thanks', 'To Alice');
  const counted = (itemId: string, rank: number, ofHarbour: number, ofCity: number) => ({
    itemId,
    rank,
    dots: ofHarbour + ofCity,
    score: ofHarbour + ofCity,
    byPartner: [
      { partnerId: harbour, voters: 1, dots: ofHarbour },
      { partnerId: city, voters: 1, dots: ofCity },
    ],
  });
  const tally: DotsTally = {
    kind: 'dots',
    voters: 2,
    isSuppressed: false,
    items: [counted(cluster, 1, 3, 2), counted(single, 2, 0, 3)],
  };
  const items = [
    { itemId: single, label: 'Long calls' },
    { itemId: cluster, label: 'Meetings' },
  ];
  const steps = [{ key: 'a', title: 'A', instruction: '', minutes: 1, mode: { kind: 'open' } }] as const;
  const led = { title: 'Retrospective', templateId: 'retrospective', startedAt: 1, endedAt: 2 };
  board.publish({
    run: { run: 2, steps, currentKey: null, ...led },
    rounds: [
      roundOf('close', [{ question: 'roti', means: { none: 3.25 } }], 1, Date.UTC(2026, 9, 1)),
      { run: 2, stepKey: 'vote', items, tally, closedAt: testNow },
      roundOf('checkin', [{ question: 'safety', means: { none: 4 } }], 2, testNow),
    ],
    topics: [{ topicId: cluster, title: 'Meetings', status: 'done' }],
    actions: [
      actionOf('b', { what: 'Book a room', status: 'done', run: 1 }),
      actionOf('a', {
        run: 2,
        what: 'Send the agenda',
        owner: 'Alice',
        partnerId: harbour,
        due: '2026-12-01',
      }),
    ],
    decisions: [{ decisionId: 'd', text: 'We meet at nine', at: testNow }],
    followUpOn: '2027-01-15',
  });

  it('has topics, notes, thanks, trends and what was agreed', () => {
    expect(markdownOf(board)).toBe(
      linesOfText(
        '# A board',
        '',
        '2026-11-24 09:00 UTC',
        '',
        '## Who took part',
        '',
        '- Harbour',
        '- City',
        '',
        '## Retrospective',
        '',
        '### Last time',
        '',
        '- Book a room (done)',
        '',
        '#### Topics in the order of their votes',
        '',
        '| Rank | Topic | Dots | Harbour | City | Discussed |',
        '| --- | --- | --- | --- | --- | --- |',
        '| 1 | Meetings | 5 | 3 | 2 | yes |',
        '| 2 | Long calls | 3 | 0 | 3 | no |',
        '',
        '### Meetings',
        '',
        '- Start on time',
        '',
        '### Start',
        '',
        '- Start on time',
        '',
        '### Stop',
        '',
        '- Long calls',
        '',
        '### Thanks',
        '',
        '- To Alice',
        '',
        '#### Safety and time well spent over the series',
        '',
        '| No. | Day | How safe is it to speak openly today? | Was this time well spent? |',
        '| --- | --- | --- | --- |',
        '| 1 | 2026-10-01 |  | 3.3 |',
        '| 2 | 2026-11-24 | 4 |  |',
        '',
        '## What was agreed',
        '',
        '### Decisions',
        '',
        '- We meet at nine (2026-11-24)',
        '',
        '#### Actions',
        '',
        '| What | Owner | Partner | Due | Status |',
        '| --- | --- | --- | --- | --- |',
        '| Book a room |  |  |  | done |',
        '| Send the agenda | Alice | Harbour | 2026-12-01 | open |',
        '',
        'We look at it again on 2027-01-15.',
      ),
    );
  });
});
