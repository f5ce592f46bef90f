import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startBoard } from '../build/startBoard.ts';
import { openBoard } from '../document/BoardDocument.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { guardMeta } from './guardMeta.ts';

const schema = createBoardSchema([]);

function guarded() {
  const doc = new Y.Doc();
  startBoard(doc, schema);
  const repairs: (() => void)[] = [];
  const stop = guardMeta(
    doc,
    (origin) => origin === 'server',
    (putBack) => repairs.push(() => doc.transact(() => putBack(doc), 'server')),
  );
  return { doc, meta: openBoard(doc).meta, repairs, stop };
}

describe('guardMeta', () => {
  test('a schema that a client overwrites is put back', () => {
    const { doc, meta, repairs } = guarded();
    const before = meta.get('schema');
    doc.transact(() => meta.set('schema', { schemaVersion: 2, sequences: { evil: 9 } }), 'client');
    for (const repair of repairs) repair();
    expect(meta.get('schema')).toEqual(before);
    expect(repairs).toHaveLength(1);
  });

  test('what a client adds is taken out, and what it deletes comes back', () => {
    const { doc, meta, repairs } = guarded();
    doc.transact(() => {
      meta.set('launch:evil', { templateId: 'evil' });
      meta.delete('schema');
    }, 'client');
    for (const repair of repairs) repair();
    expect([...meta.keys()]).toEqual(['schema']);
  });

  test('what the server writes stays, and after the watch has ended nobody is told', () => {
    const { doc, meta, repairs, stop } = guarded();
    doc.transact(() => meta.set('launch:one', 1), 'server');
    stop();
    doc.transact(() => meta.set('launch:two', 2), 'client');
    expect(repairs).toHaveLength(0);
    expect(meta.get('launch:one')).toBe(1);
  });
});
