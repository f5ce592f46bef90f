import { toRichText, type TLRichText, type TLShape } from '@tldraw/tlschema';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteShape } from '../build/shapes.ts';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { createBoardSchema, parseRecord } from '../schema/boardSchema.ts';
import { positionOf } from './anchor.ts';
import { canonicalRichText } from '../text/canonicalRichText.ts';
import { parentIdOf, readShape } from './readShape.ts';
import { createShape, updateShape } from './writeShape.ts';

const id = 'shape:1' as TLShape['id'];
const note = noteShape(
  {
    id,
    parentId: 'page:page' as TLShape['parentId'],
    index: 'a1' as TLShape['index'],
    x: 10,
    y: 20,
    meta: { by: 'alice' },
  },
  'hello',
  'yellow',
);

let board: BoardDocument;

beforeEach(() => {
  board = openBoard(new Y.Doc());
  create(note);
});

function create(shape: TLShape): void {
  board.doc.transact(() => {
    createShape(board, shape);
    board.positions.setMany(new Map([[shape.id, positionOf(shape)]]));
  });
}

function update(from: TLShape, to: object, skipText = false): void {
  board.doc.transact(() => updateShape(board, from, { ...from, ...to }, skipText));
}

function mapOf(): Y.Map<unknown> {
  const map = board.shapes.get(id);
  if (map === undefined) throw new Error('there is no shape');
  return map;
}

function read(): Record<string, unknown> {
  const result = readShape(board, id);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function keys(): string[] {
  return [...mapOf().keys()].toSorted();
}

describe('a shape in the document', () => {
  test('is read as it was written, and is a record that tldraw can draw', () => {
    expect(parseRecord(createBoardSchema([]), read()).ok).toBe(true);
    const richText = canonicalRichText(toRichText('hello'));
    expect(read()).toEqual({ ...note, props: { ...note.props, richText } });
  });

  test('keeps its base, its text and its position apart', () => {
    expect(keys()).toEqual(['b', 't']);
    expect(JSON.stringify(mapOf().get('b'))).not.toMatch(/richText|hello|"x"|rotation|"id"/);
    expect(board.positions.get(id)).toEqual([10, 20, 0]);
  });

  test('takes one key for each thing that changed', () => {
    update(note, {
      opacity: 0.5,
      isLocked: true,
      props: { ...note.props, color: 'blue' },
      meta: { by: 'alice', step: 'gather' },
    });
    expect(keys()).toEqual(['b', 'isLocked', 'm.step', 'opacity', 'p.color', 't']);
    expect(read()).toMatchObject({
      opacity: 0.5,
      isLocked: true,
      props: { color: 'blue', size: 'm' },
      meta: { by: 'alice', step: 'gather' },
    });
  });

  test('is not written where it says so already, in the base or over it', () => {
    update(note, { props: { ...note.props, color: 'blue' } });
    let updates = 0;
    board.doc.on('update', () => (updates += 1));
    update(note, { props: { ...note.props, color: 'blue' } });
    update({ ...note, opacity: 0.3 }, { opacity: 1 });
    expect(updates).toBe(0);
  });

  test('loses a key that is taken away, from the base or from over it', () => {
    update(note, { meta: { by: 'alice', extra: 1 } });
    update({ ...note, meta: { by: 'alice', extra: 1 } }, { meta: {} });
    expect(read()['meta']).toEqual({});
    expect(mapOf().has('m.by')).toBe(true);
  });

  test('has its text changed in place, not replaced', () => {
    const before = mapOf().get('t');
    update(note, { props: { ...note.props, richText: toRichText('hello you') } });
    expect(mapOf().get('t')).toBe(before);
    expect(JSON.stringify(read()['props'])).toContain('hello you');
  });

  test('has its text left alone while an editor writes it', () => {
    update(note, { props: { ...note.props, color: 'red', richText: toRichText('no') } }, true);
    expect(read()['props']).toMatchObject({ color: 'red' });
    expect(JSON.stringify(read()['props'])).toContain('hello');
  });

  test('stays deleted when somebody changes it afterwards', () => {
    board.shapes.delete(id);
    update(note, { opacity: 0.5 });
    expect(board.shapes.has(id)).toBe(false);
    expect(readShape(board, id).ok).toBe(false);
  });

  test('keeps the text it is told of, by identity', () => {
    const known = toRichText('known');
    const result = readShape(board, id, known);
    expect(result.ok && (result.value['props'] as { richText: unknown }).richText).toBe(known);
  });

  test('stands at the corner when it has no position', () => {
    board.positions.removeMany(new Set([id]));
    expect(read()).toMatchObject({ x: 0, y: 0, rotation: 0 });
  });
});

describe('what is in the document in place of a shape', () => {
  test.each([
    ['a word', () => board.shapes.set(id, 'evil' as unknown as Y.Map<unknown>)],
    ['nothing', () => board.shapes.set(id, null as unknown as Y.Map<unknown>)],
    ['a list', () => board.shapes.set(id, new Y.Array() as unknown as Y.Map<unknown>)],
    ['a shape without base', () => mapOf().delete('b')],
    ['a base that is a list', () => mapOf().set('b', [])],
    ['a base that is null', () => mapOf().set('b', null)],
    [
      'a text that something is embedded in',
      () => (mapOf().get('t') as Y.Text).insertEmbed(0, { evil: true }),
    ],
    [
      'an unknown node in a base without text',
      () => {
        mapOf().delete('t');
        mapOf().set('b', {
          ...(mapOf().get('b') as object),
          props: { richText: { type: 'doc', content: [{ type: 'evil' }] } },
        });
      },
    ],
  ])('%s is refused', (_what, spoil) => {
    spoil();
    expect(readShape(board, id).ok).toBe(false);
  });

  test('text in the base is read when there is none beside it', () => {
    mapOf().delete('t');
    mapOf().set('p.richText', { type: 'doc', content: [] });
    expect((read()['props'] as { richText: TLRichText }).richText.content).toHaveLength(1);
  });

  test('no key reaches the prototype', () => {
    mapOf().set('p.__proto__', { color: 'evil' });
    mapOf().set('m.__proto__', { evil: true });
    mapOf().set('__proto__', { evil: true });
    const record = read();
    for (const part of [record, record['props'], record['meta']] as object[]) {
      expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
      expect(Object.hasOwn(part, '__proto__')).toBe(false);
    }
  });

  test('what a base inherits does not count', () => {
    // So lib0 decodes an object with a key of this name.
    mapOf().set('b', Object.setPrototypeOf({ type: 'note' }, { props: { color: 'evil' } }));
    expect(read()['props']).not.toHaveProperty('color');
  });

  test('keys that stand for nothing are passed over', () => {
    mapOf().set('x', 5);
    mapOf().set('id', 'shape:2');
    mapOf().set('type', 'geo');
    expect(read()).toMatchObject({ id, x: 10, type: 'note' });
  });

  test('is written over without harm when somebody changes what stood there', () => {
    for (const evil of ['evil', null, new Y.Array()]) {
      board.shapes.set(id, evil as unknown as Y.Map<unknown>);
      expect(() => update(note, { opacity: 0.5 })).not.toThrow();
    }
  });
});

describe('parentIdOf', () => {
  test('names the parent in the base, then the one over it', () => {
    expect(parentIdOf(board, id)).toBe('page:page');
    mapOf().set('parentId', 'shape:frame');
    expect(parentIdOf(board, id)).toBe('shape:frame');
    mapOf().set('parentId', 7);
    expect(parentIdOf(board, id)).toBeNull();
    expect(parentIdOf(board, 'shape:none')).toBeNull();
  });
});
