import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { linesOfText, markdownOf } from '../testing/markdownOf.ts';
import { roundOf, TestBoard, testNow, type TestRating } from '../testing/TestBoard.ts';
import { visionAlignment } from './index.ts';

const harbour = 'harbour' as PartnerId;

describe('the report of a vision alignment', () => {
  const board = new TestBoard(visionAlignment).person('Alice', 'Harbour').person('Carol', 'City');
  board.note('purpose', 'One shore');
  const vision = board.note('vision', 'A green harbour');
  const objective = board.note('objectives', 'Plant 500 trees by March 2027');
  board.note('brings:harbour', 'Ships');
  board.note('brings:city', 'Land');
  board.note('needs:harbour', 'Workers');
  const check = (
    stepKey: string,
    closedAt: number,
    ofVision: [number, number],
    ofObjective: [number, number],
  ) => {
    return roundOf(
      stepKey,
      [
        rating(vision, 'clear', ofVision),
        rating(vision, 'commit', ofVision),
        rating(objective, 'clear', ofObjective),
        rating(objective, 'commit', ofObjective),
      ],
      1,
      closedAt,
    );
  };
  board.publish({
    rounds: [check('check', 1, [5, 2], [4, 4]), check('recheck', 2, [5, 4], [2, 4.5])],
    agreements: [
      {
        agreementId: 'g',
        title: 'Our vision',
        text: 'A green harbour',
        signers: 'partner',
        version: 1,
        signatures: [{ partnerId: harbour, participantId: 'alice' as ParticipantId, at: testNow }],
        voidedCount: 0,
      },
    ],
  });

  it('tells it all, for somebody who was not there', () => {
    expect(markdownOf(board)).toBe(
      linesOfText(
        '# A board',
        '',
        '2026-11-24 09:00 UTC',
        '',
        '## Who took part',
        '',
        '- Harbour: Alice',
        '- City: Carol',
        '',
        '## Vision alignment',
        '',
        '### Purpose',
        '',
        '- One shore',
        '',
        '### Shared vision',
        '',
        '- A green harbour',
        '',
        '#### Objectives',
        '',
        '| No. | Objective | Alignment |',
        '| --- | --- | --- |',
        '| 1 | Plant 500 trees by March 2027 | contested |',
        '',
        '#### Alignment check: means from 1 to 5',
        '',
        '| Statement | Question | Harbour | City | Mean | Spread | Gap | Alignment |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        '| A green harbour | Clear to us | 5 | 4 | 4.5 | 0.5 | 1 | aligned |',
        '| A green harbour | We commit to it | 5 | 4 | 4.5 | 0.5 | 1 | aligned |',
        '| Plant 500 trees by March 2027 | Clear to us | 2 | 4.5 | 3.3 | 1.3 | 2.5 | contested |',
        '| Plant 500 trees by March 2027 | We commit to it | 2 | 4.5 | 3.3 | 1.3 | 2.5 | contested |',
        '',
        '#### What changed since the first check',
        '',
        '| Statement | Clear to us | We commit to it | First check | Last check |',
        '| --- | --- | --- | --- | --- |',
        '| A green harbour | 1 | 1 | contested | aligned |',
        '| Plant 500 trees by March 2027 | -0.7 | -0.7 | aligned | contested |',
        '',
        '### What each partner brings',
        '',
        'Harbour brings',
        '',
        '- Ships',
        '',
        'City brings',
        '',
        '- Land',
        '',
        '### What each partner needs',
        '',
        'Harbour needs',
        '',
        '- Workers',
        '',
        '### Still open',
        '',
        '- Warning: City has not written what it needs. Ask City which of its own priorities this serves.',
        '- Warning: Partners are 2.5 points apart on “Plant 500 trees by March 2027”. Ask whoever rates it lowest: “What would make it a 5 for you?”',
        '',
        '## What was agreed',
        '',
        '### Our vision',
        '',
        'A green harbour',
        '',
        '- Harbour: signed by Alice, 2026-11-24 09:00 UTC',
        '- City: not signed',
      ),
    );
  });
});

function rating(itemId: string, question: string, [ofHarbour, ofCity]: [number, number]): TestRating {
  return { itemId, question, means: { harbour: ofHarbour, city: ofCity } };
}
