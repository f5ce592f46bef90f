import { TestCanvas } from '@common-ground/board/testing';
import type { CommentId, ParticipantId, Removal, ThreadId } from '@common-ground/protocol';
import { describe, expect, test } from 'vitest';
import { newsItems } from './newsItems.ts';

const alice = 'alice' as ParticipantId;
const bob = 'bob' as ParticipantId;
const away = 1_000;

/** A board where each note has the meta that is given for it. */
function board(...metas: readonly Readonly<Record<string, string | number>>[]) {
  const canvas = new TestCanvas('somebody');
  for (const [at, meta] of metas.entries()) canvas.changes(canvas.writes(`note ${at}`), { meta });
  return { records: canvas.records(), removals: [] as Removal[], decisions: [], comments: [] };
}

describe('what others did since somebody was last here', () => {
  test('new notes and changed ones, in the order in which it happened', () => {
    const sources = board(
      { by: bob, at: 3_000 },
      { by: alice, at: 10, changedBy: bob, changedAt: 2_000 },
      { by: bob, at: 10 },
    );
    expect(newsItems(sources, alice, away)).toMatchObject([
      { kind: 'changed', words: 'note 1', by: bob, at: 2_000 },
      { kind: 'added', words: 'note 0', by: bob, at: 3_000 },
    ]);
  });

  test('one’s own doing is no news, from another device either', () => {
    const sources = board({ by: alice, at: 3_000 }, { by: bob, at: 1, changedBy: alice, changedAt: 4_000 });
    expect(newsItems(sources, alice, away)).toEqual([]);
  });

  test('a new note that was changed later is new', () => {
    const sources = board({ by: bob, at: 3_000, changedBy: alice, changedAt: 4_000 });
    expect(newsItems(sources, alice, away)).toMatchObject([{ kind: 'added', at: 3_000 }]);
  });

  test('a note of an anonymous step is news of nobody', () => {
    const sources = board({ stepKey: 'write', createdAt: 2_000 });
    expect(newsItems(sources, alice, away)).toMatchObject([{ kind: 'added', by: null }]);
  });

  test('what was removed, once, unless it came back', () => {
    const sources = board({ by: alice, at: 1 });
    const back = sources.records.find(({ typeName }) => typeName === 'shape');
    const removal = { type: 'note', text: 'Gone\nby now', by: bob };
    sources.removals = [
      { ...removal, shapeId: 'shape:gone', at: 5_000 },
      { ...removal, shapeId: 'shape:gone', at: 4_000 },
      { ...removal, shapeId: back?.id ?? '', at: 3_000 },
      { ...removal, shapeId: 'shape:earlier', at: 500 },
    ];
    expect(newsItems(sources, alice, away)).toMatchObject([{ kind: 'removed', words: 'Gone by now' }]);
  });

  test('decisions, by whoever wrote them down', () => {
    const decisions = [
      { decisionId: 'd3', text: 'Mine', at: 3_000, by: alice },
      { decisionId: 'd2', text: 'We meet at nine.', at: 2_500, by: bob },
      { decisionId: 'd1', text: 'We share the wells.', at: 2_000 },
      { decisionId: 'd0', text: 'Earlier', at: 1_000 },
    ];
    expect(newsItems({ ...board(), decisions }, alice, away)).toMatchObject([
      { kind: 'decision', words: 'We share the wells.', by: null },
      { kind: 'decision', words: 'We meet at nine.', by: bob },
    ]);
  });

  test('comments, each with the thread it stands in', () => {
    const said = { threadId: 't' as ThreadId, by: bob };
    const comments = [
      { ...said, id: 'c0' as CommentId, at: 500, text: 'Before' },
      { ...said, id: 'c1' as CommentId, at: 2_000, text: 'Who\npays?' },
    ];
    expect(newsItems({ ...board({ by: bob, at: 3_000 }), comments }, alice, away)).toMatchObject([
      { kind: 'comment', words: 'Who pays?', by: bob, threadId: 't', shapeId: null },
      { kind: 'added' },
    ]);
  });
});
