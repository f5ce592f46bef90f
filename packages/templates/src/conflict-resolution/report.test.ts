import type { PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { linesOfText, markdownOf } from '../testing/markdownOf.ts';
import { roundOf, TestBoard, testNow, type TestRating } from '../testing/TestBoard.ts';
import { conflictResolution } from './index.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;

describe('the report of a conflict resolution', () => {
  const board = new TestBoard(conflictResolution).person('Alice', 'Harbour');
  board.note('happened:harbour', 'The road was closed');
  board.note('need:harbour', 'Access');
  board.note('need:city', 'Quiet');
  // What was said back stands in the lane too once it is heard: the table has it already.
  board.note('heard:harbour', 'You could not get in');
  board.note('shared', 'Fewer accidents');
  const options = [board.note('options', 'A second road'), board.note('options', 'A night ban')];
  board.note('options', 'A ferry');
  board.publish({
    rounds: [roundOf('weigh', [rating(options[0] ?? '', 2, -1), rating(options[1] ?? '', 0, 1)])],
    proposals: [
      {
        proposalId: 'p',
        text: 'How do lorries reach the harbour?',
        version: 1,
        answers: [],
        status: 'adopted',
        overrideReason: 'City was away',
        openCount: 1,
      },
    ],
    restatements: [
      {
        restatementId: 'r',
        stepKey: 'reflect',
        byPartnerId: city,
        ofPartnerId: harbour,
        text: 'You could not get in',
        version: 1,
        status: 'not-quite',
        missing: 'For three weeks',
      },
    ],
    overrides: [{ stepKey: 'reflect', reason: 'The hall closes', openCount: 1, at: testNow }],
    escalation: {
      levels: [],
      currentLevel: 0,
      records: [
        {
          level: 0,
          title: 'Working leads',
          why: 'No money',
          settled: 'The ban',
          open: '',
          at: Date.UTC(2026, 10, 10),
          dueAt: Date.UTC(2026, 10, 15),
        },
      ],
      settlement: null,
    },
  });

  it('has issue, views, what was heard, interests, options in their order, and the escalation', () => {
    const text = markdownOf(board);
    expect(text.slice(text.indexOf('### The issue'))).toBe(
      linesOfText(
        '### The issue in neutral words',
        '',
        'How do lorries reach the harbour?',
        '',
        'Adopted without everybody’s consent, because: City was away',
        '',
        '### What happened · Harbour',
        '',
        '- The road was closed',
        '',
        '### What we need · Harbour',
        '',
        '- Access',
        '',
        '### What we need · City',
        '',
        '- Quiet',
        '',
        '#### Said back',
        '',
        '| By | What was heard from | In their words | Answer | What was missing |',
        '| --- | --- | --- | --- | --- |',
        '| City | Harbour | You could not get in | not quite | For three weeks |',
        '',
        '- 2026-11-24: the group went on with 1 not heard, because: The hall closes',
        '',
        '### Shared interests',
        '',
        '- Fewer accidents',
        '',
        '#### Options',
        '',
        '| Option | Harbour | City | Lowest party | Sum | Result |',
        '| --- | --- | --- | --- | --- | --- |',
        '| A night ban | 0 | 1 | 0 | 1 | workable for all |',
        '| A second road | 2 | -1 | -1 | 1 |  |',
        '| A ferry |  |  |  |  |  |',
        '',
        '#### What was taken further',
        '',
        '| Level | Since | Decides by | Why | Settled | Open |',
        '| --- | --- | --- | --- | --- | --- |',
        '| Working leads | 2026-11-10 | 2026-11-15 | No money | The ban |  |',
        '',
        '### Still open',
        '',
        '- Error: Working leads were to decide by 2026-11-15. Ask for the decision, or take the matter to the next level.',
        '- Insight: Workable for all: “A night ban”. Begin with the one that is best for the least happy party.',
      ),
    );
  });
});

function rating(itemId: string, ofHarbour: number, ofCity: number): TestRating {
  return { itemId, question: 'support', means: { harbour: ofHarbour, city: ofCity } };
}
