import { startBoard, readCanvas } from '@common-ground/board';
import {
  partnerColours,
  roles,
  type BoardId,
  type CommentId,
  type LinkId,
  type ParticipantId,
  type PartnerId,
  type Role,
  type ThreadContent,
  type ThreadId,
} from '@common-ground/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardSchema } from '../boards/prepareBoard.ts';
import type { NewLink } from '../access/LinkStore.ts';
import { openDatabase } from '../storage/Database.ts';
import { sqliteStores } from '../storage/DatabaseStores.ts';
import type { ArchivedBoard } from './ArchiveStore.ts';
import { packBoardFile, unpackBoardFile } from './boardFile.ts';

const { archives, comments } = sqliteStores(openDatabase(':memory:'));
let arrivals = 0;
const people = ['alice', 'bob', 'carol'] as ParticipantId[];
const person = fc.constantFrom(...people);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const time = fc.integer({ min: 0, max: 2 ** 42 });
const px = fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((value) => value + 0);
const words = fc.string({ unit: 'binary', maxLength: 40 });

const comment = fc.record({
  by: person,
  at: time,
  text: words,
  rev: fc.nat(9),
  editedAt: maybe(time),
  removedBy: maybe(person),
});
const thread = fc.record({
  x: px,
  y: px,
  shape: maybe(fc.record({ id: fc.constant('shape:n'), x: px, y: px, words })),
  resolved: maybe(fc.record({ by: person, at: time })),
  rev: fc.nat(9),
  comments: fc.array(comment, { minLength: 1, maxLength: 5 }),
});
const threads = fc.array(thread, { maxLength: 5 }).map((all) =>
  all.map(({ comments, resolved, rev, ...place }, at): ThreadContent => ({
    // In another order than their ids would have.
    id: `t${9 - at}` as ThreadId,
    place: { pageId: 'page:page', ...place },
    resolved,
    rev,
    comments: comments.map((one, number) => ({ id: `c${at}-${number}` as CommentId, ...one })),
  })),
);

const partners = [{ id: 'north' as PartnerId, name: 'North', colour: partnerColours[0] }];

function boardWith(some: readonly ThreadContent[]): ArchivedBoard {
  return {
    title: 'Water',
    createdAt: 1,
    partners,
    participants: people.map((id, at) => ({
      id,
      name: `Name of ${id}`,
      partnerId: at === 0 ? (partners[0]?.id ?? null) : null,
      role: roles[at] ?? 'observer',
      joinedAt: at,
      // Who was removed is still who wrote what they wrote.
      removedAt: at === 2 ? 9 : null,
    })),
    launches: [],
    events: [],
    threads: some,
    removals: [{ at: 3, by: 'bob' as ParticipantId, shapeId: 'shape:gone', type: 'note', text: 'Gone' }],
    snapshots: [],
  };
}

/** A board as it is after it went into a file, and out of it onto a server. */
async function takenAlong(board: ArchivedBoard): Promise<BoardId> {
  const doc = new Y.Doc();
  startBoard(doc, boardSchema);
  const file = await packBoardFile({ board, canvas: readCanvas(doc, boardSchema), assets: [] });
  const read = await unpackBoardFile(file);
  if (!read.ok) throw new Error(read.error);
  const links = Object.fromEntries(
    roles.map((role, at) => [role, { id: `link-${role}` as LinkId, secretHash: new Uint8Array([at]) }]),
  ) as unknown as Record<Role, NewLink>;
  arrivals += 1;
  const boardId = `board-${arrivals}` as BoardId;
  const { board: arrived, canvas, dueDays } = read.value;
  await archives.make({ ...arrived, id: boardId, links, canvas, dueDays });
  return boardId;
}

test('a board that is taken along is equal where it arrives, comments and all', async () => {
  await fc.assert(
    fc.asyncProperty(threads, async (some) => {
      const board = boardWith(some);
      expect(await archives.read(await takenAlong(board))).toEqual(board);
    }),
    { numRuns: 25 },
  );
});

test('comments go on where they arrive', async () => {
  const place = { pageId: 'page:page', x: 1, y: 2, shape: null };
  const said = {
    by: people[0] as ParticipantId,
    at: 5,
    text: 'Why?',
    rev: 0,
    editedAt: null,
    removedBy: null,
  };
  const begun = (id: string): ThreadContent => ({
    id: id as ThreadId,
    place,
    resolved: null,
    rev: 0,
    comments: [{ ...said, id: `${id}-1` as CommentId }],
  });
  const boardId = await takenAlong(boardWith([begun('z'), begun('a')]));
  const [first] = await comments.list(boardId);
  const settled = { ...begun('z'), resolved: { by: said.by, at: 6 }, rev: 1 };
  expect(await comments.put(boardId, settled, first?.version ?? 0)).toBe(3);
  expect(await comments.put(boardId, begun('m'), 0)).toBe(4);
  expect((await comments.list(boardId)).map(({ id, version }) => [id, version])).toEqual([
    ['z', 3],
    ['a', 2],
    ['m', 4],
  ]);
});
