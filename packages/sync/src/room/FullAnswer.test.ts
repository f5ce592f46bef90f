import { FakeClock } from '@common-ground/testkit';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { FullAnswer } from './FullAnswer.ts';

function docOf(bytes: number): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap('m').set('text', 'x'.repeat(bytes));
  return doc;
}

test('the answer of a small board is kept while newcomers come, and not much longer', () => {
  const clock = new FakeClock();
  const answer = new FullAnswer(clock);
  answer.make(docOf(100));
  for (let come = 0; come < 5; come += 1) {
    clock.advance(900);
    expect(answer.frames()).toHaveLength(1);
  }
  clock.advance(1_000);
  expect(answer.isMade).toBe(false);
});

test('the answer of a large board is kept as long as people are coming in', () => {
  const clock = new FakeClock();
  const answer = new FullAnswer(clock);
  answer.make(docOf(100_000));
  clock.advance(59_000);
  expect(answer.isMade).toBe(true);
  clock.advance(1_000);
  expect(answer.isMade).toBe(false);
});
