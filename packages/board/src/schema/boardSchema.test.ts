import type { TLShape } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noteShape, shapeOf } from '../build/shapes.ts';
import { createBoardSchema, parseRecord } from './boardSchema.ts';

const seed = {
  id: 'shape:1' as TLShape['id'],
  parentId: 'page:page' as TLShape['parentId'],
  index: 'a1' as TLShape['index'],
  x: 0,
  y: 0,
  meta: {},
};
const widget = { type: 'matrix', props: { w: z.number(), rows: z.array(z.string()).max(2) } };
const schema = createBoardSchema([widget]);

describe('createBoardSchema', () => {
  test('draws notes and the widgets it was given', () => {
    expect(parseRecord(schema, noteShape(seed, 'a', 'yellow')).ok).toBe(true);
    expect(parseRecord(schema, shapeOf(seed, 'matrix', { w: 1, rows: ['a'] })).ok).toBe(true);
  });

  test('gives widgets a place in the serialized schema, so that an older program notices them', () => {
    expect(schema.serialize()).toMatchObject({ sequences: { 'com.tldraw.shape.matrix': 0 } });
  });

  test.each([
    ['a wrong prop', { w: 'wide', rows: [] }],
    ['a prop too long', { w: 1, rows: ['a', 'b', 'c'] }],
    ['a missing prop', { w: 1 }],
    ['an extra prop', { w: 1, rows: [], evil: 1 }],
  ])('refuses a widget with %s', (_what, props) => {
    expect(parseRecord(schema, shapeOf(seed, 'matrix', props)).ok).toBe(false);
  });
});

describe('parseRecord', () => {
  test('says where a record is wrong', () => {
    const result = parseRecord(schema, noteShape(seed, 'a', 'evil'));
    expect(result.ok ? '' : result.error).toContain('color');
  });

  test.each([
    ['nothing', null],
    ['a word', 'shape'],
    ['a list', []],
    ['a record without kind', { id: 'shape:1' }],
    ['a record of an unknown kind', { typeName: 'evil', id: 'evil:1' }],
    ['a kind that is no text', { typeName: 7 }],
    ["one person's screen", { typeName: 'camera', id: 'camera:page', x: 0, y: 0, z: 1, meta: {} }],
    ['an id of another kind', { ...noteShape(seed, 'a', 'yellow'), id: 'page:1' }],
    ['an index that is none', { ...noteShape(seed, 'a', 'yellow'), index: 'evil' }],
    ['a number that is none', { ...noteShape(seed, 'a', 'yellow'), x: Number.NaN }],
    ['an unknown shape', shapeOf(seed, 'evil', {})],
    ['meta that is no JSON', { ...noteShape(seed, 'a', 'yellow'), meta: { evil: new Map() } }],
    ['a page without a name', { typeName: 'page', id: 'page:1', index: 'a1', meta: {} }],
  ])('refuses %s', (_what, value) => {
    expect(parseRecord(schema, value).ok).toBe(false);
  });
});
