import { readFileSync } from 'node:fs';
import {
  noteShape,
  openBoard,
  readCanvas,
  startBoard,
  writeChanges,
  type CanvasContent,
} from '@common-ground/board';
import type { ParticipantId, PartnerId, SnapshotId } from '@common-ground/protocol';
import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardSchema } from '../boards/prepareBoard.ts';
import { packSnapshot, unpackSnapshot } from '../history/SnapshotContent.ts';
import type { ArchivedBoard } from './ArchiveStore.ts';
import { packBoardFile, unpackBoardFile } from './boardFile.ts';

const north = { id: 'north' as PartnerId, name: 'North', colour: 'blue' as const };
const alice = 'alice' as ParticipantId;

/** A canvas with a note for each text. */
function canvasOf(texts: readonly string[]): CanvasContent {
  const doc = new Y.Doc();
  startBoard(doc, boardSchema);
  const notes = texts.map((text, at) => {
    const seed = {
      id: `shape:n${at}`,
      parentId: 'page:page',
      index: 'a1',
      x: at * 10,
      y: 0,
      meta: { by: alice },
    };
    return noteShape(seed as unknown as Parameters<typeof noteShape>[0], text, 'yellow');
  });
  const added = Object.fromEntries(notes.map((note) => [note.id, note]));
  doc.transact(() => writeChanges(openBoard(doc), { added, updated: {}, removed: {} }));
  return readCanvas(doc, boardSchema);
}

function byId({ records }: CanvasContent): readonly unknown[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function boardOf(texts: readonly string[], title: string): Promise<ArchivedBoard> {
  const content = await packSnapshot({ canvas: canvasOf(texts.slice(1)), workshop: null });
  return {
    title,
    createdAt: 1,
    partners: [north],
    participants: [
      { id: alice, name: 'Alice', partnerId: north.id, role: 'contributor', joinedAt: 2, removedAt: null },
    ],
    launches: [],
    events: [],
    threads: [],
    removals: texts.map((text, at) => ({ at, by: alice, shapeId: `shape:r${at}`, type: 'note', text })),
    snapshots: [
      {
        record: {
          id: 'one' as SnapshotId,
          at: 5,
          reason: 'named',
          name: 'Agreed',
          by: alice,
          people: [alice],
          noteCount: texts.length,
          stepTitle: null,
          upToSeq: 0,
          assetIds: [],
          commandId: null,
        },
        content,
      },
    ],
  };
}

/** An event by which an action was added, as JSON. */
function actionAdded(at: number): string {
  const details = { what: 'Dig', owner: null, partnerId: null, due: '2031-01-02', aboutId: null };
  const stamp = { v: 1, at, by: alice };
  return JSON.stringify({
    ...stamp,
    type: 'outcomes.actionAdded',
    actionId: `a${at}`,
    status: 'open',
    ...details,
  });
}

async function readBack(bytes: Uint8Array) {
  const read = await unpackBoardFile(bytes);
  if (!read.ok) throw new Error(read.error);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, read.value.canvas.update);
  return { ...read.value, canvas: readCanvas(doc, boardSchema) };
}

describe('a board file', () => {
  const texts = fc.array(fc.string({ maxLength: 20 }), { maxLength: 6 });

  test('gives an equal board back', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (words) => {
        const board = await boardOf(words, 'Our board');
        const canvas = canvasOf(words);
        const read = await readBack(await packBoardFile({ board, canvas, assets: [] }));
        expect(byId(read.canvas)).toEqual(byId(canvas));
        const { snapshots, ...tables } = read.board;
        const { snapshots: kept, ...asPacked } = board;
        expect(tables).toEqual(asPacked);
        expect(snapshots.map(({ record }) => record)).toEqual(kept.map(({ record }) => record));
        const [one, other] = await Promise.all(
          [kept[0], snapshots[0]].map((stored) => unpackSnapshot(stored?.content ?? new Uint8Array())),
        );
        expect(other).toEqual(one);
      }),
      { numRuns: 15 },
    );
  });

  // Kept for ever: what the first version wrote, every later one reads.
  test('of format 1 opens', async () => {
    const read = await readBack(readFileSync(new URL('./fixtures/board-file-1.zip', import.meta.url)));
    expect(read.board).toMatchObject({ title: 'A board of format 1', partners: [north] });
    expect(read.board.snapshots.map(({ record }) => record.name)).toEqual(['Agreed']);
    expect(byId(read.canvas)).toEqual(byId(canvasOf(['Clean water', 'for all'])));
  });

  test('with more in its workshop than people could have made is refused', async () => {
    const board = await boardOf(['Clean water'], 'Our board');
    const withActions = async (count: number) => {
      const events = Array.from({ length: count }, (_, at) => actionAdded(at));
      return unpackBoardFile(
        await packBoardFile({ board: { ...board, events }, canvas: canvasOf([]), assets: [] }),
      );
    };
    expect(await withActions(2)).toMatchObject({
      ok: true,
      value: { dueDays: [{ id: 'a0', day: '2031-01-02' }, { id: 'a1' }] },
    });
    expect(await withActions(5_001)).toEqual({
      ok: false,
      error: 'events.json holds more than a workshop can',
    });
  });

  test('that would unpack to more than is allowed is refused before it is', async () => {
    const bomb = zipSync({ 'canvas.json': new Uint8Array(3_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(10_000);
    const allowed = { maxUnpackedBytes: 1_000_000, maxEntries: 10 };
    expect(await unpackBoardFile(bomb, allowed)).toEqual({ ok: false, error: 'holds more than is allowed' });
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`x${at}`, new Uint8Array()])),
    );
    expect(await unpackBoardFile(many, allowed)).toMatchObject({ ok: false });
  });
});
