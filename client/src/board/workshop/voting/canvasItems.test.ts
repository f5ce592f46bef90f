import { describe, expect, it } from 'vitest';
import { statementItems, voteItems, type PlainShape } from './canvasItems.ts';

function shape(id: string, kind: PlainShape['kind'], parentId: string | null, text = id): PlainShape {
  return { id, kind, parentId, text, section: kind === 'section' ? id : null };
}

describe('what a vote is about', () => {
  it('is every note with words', () => {
    const shapes = [
      shape('a', 'note', null),
      shape('empty', 'note', null, ''),
      shape('arrow', 'other', null),
    ];
    expect(voteItems(shapes, [])).toEqual([{ itemId: 'a', label: 'a' }]);
  });

  it('leaves notes of other sections out, and keeps those that lie in none', () => {
    const shapes = [
      shape('start', 'section', null),
      shape('actions', 'section', null),
      shape('a', 'note', 'start'),
      shape('b', 'note', 'actions'),
      shape('c', 'note', null),
    ];
    expect(voteItems(shapes, ['start']).map(({ itemId }) => itemId)).toEqual(['a', 'c']);
    expect(voteItems(shapes, [])).toHaveLength(3);
  });

  it('takes a cluster for one, under its title or its notes', () => {
    const shapes = [
      shape('start', 'section', null),
      shape('frame', 'holder', 'start', 'Meetings'),
      shape('group', 'holder', 'start', ''),
      shape('a', 'note', 'frame'),
      shape('b', 'note', 'frame'),
      shape('c', 'note', 'group'),
      shape('d', 'note', 'group'),
    ];
    expect(voteItems(shapes, ['start'])).toEqual([
      { itemId: 'frame', label: 'Meetings' },
      { itemId: 'group', label: 'c · d' },
    ]);
  });

  it('ends where shapes lie in each other', () => {
    const shapes = [shape('x', 'holder', 'y'), shape('y', 'holder', 'x'), shape('a', 'note', 'x')];
    expect(voteItems(shapes, [])).toHaveLength(1);
  });

  it('is, in a check, what stands in its sections', () => {
    const shapes = [shape('vision', 'section', null), shape('a', 'note', 'vision'), shape('b', 'note', null)];
    expect(statementItems(shapes, ['vision'])).toEqual([{ itemId: 'a', label: 'a' }]);
  });

  it('is read section by section, however high its notes lie', () => {
    const shapes = [
      shape('objectives', 'section', null),
      shape('vision', 'section', null),
      shape('half', 'note', 'objectives'),
      shape('whole', 'note', 'vision'),
      shape('third', 'note', 'objectives'),
    ];
    const labels = statementItems(shapes, ['vision', 'objectives']).map(({ label }) => label);
    expect(labels).toEqual(['whole', 'half', 'third']);
  });
});
