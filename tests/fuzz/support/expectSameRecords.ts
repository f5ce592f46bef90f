import { isDeepStrictEqual } from 'node:util';
import { openBoard } from '@common-ground/board';
import type { TestCanvas } from '@common-ground/board/testing';
import type { TLRecord } from '@tldraw/tlschema';
import { expect } from 'vitest';
import type * as Y from 'yjs';

/** All that a board's document says, as plain data. */
export function contentOf(doc: Y.Doc): unknown {
  const { shapes, positions, records, meta } = openBoard(doc);
  return [shapes.toJSON(), positions.list.toJSON(), records.toJSON(), meta.toJSON()];
}

/** Expects that somebody sees these records, sorted by id: record by record, so that a failure shows the one that differs. */
export function expectSameRecords(person: TestCanvas, truth: readonly TLRecord[]): void {
  const seen = person.records();
  expect(
    seen.map(({ id }) => id),
    `${person.name}'s records`,
  ).toEqual(truth.map(({ id }) => id));
  for (const [at, record] of seen.entries()) {
    if (!isDeepStrictEqual(record, truth[at])) expect(record, `what ${person.name} sees`).toEqual(truth[at]);
  }
}
