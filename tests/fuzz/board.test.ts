import { RecordReader, openBoard, repairBoard } from '@common-ground/board';
import { TestTable, type TestCanvas } from '@common-ground/board/testing';
import type { SeededRandom } from '@common-ground/testkit';
import { withSeed } from '@common-ground/testkit';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { canvasActs } from './support/canvasActs.ts';
import { contentOf, expectSameRecords } from './support/expectSameRecords.ts';
import { seedsFor } from './support/seeds.ts';

it.each(seedsFor(20))(
  'three people end with the same board, whatever they and a vandal do (seed %i)',
  (seed) =>
    withSeed(seed, (random) => {
      const table = new TestTable();
      const people = ['alice', 'bob', 'carol'].map((name) => table.seats(name));
      const party: Party = { random, table, people, made: new Set(), deleted: new Set() };
      for (let step = 0; step < 150; step += 1) happen(party);
      comeTogether(party);
      for (const person of people) expectSameBoard(person, table);
      expect(lostShapes(party)).toEqual([]);
      expect(repairBoard(table.server, table.schema), 'left by the first repair').toBe(0);
    }),
);

interface Party {
  readonly random: SeededRandom;
  readonly table: TestTable;
  readonly people: readonly TestCanvas[];
  /** Ids of everything but groups that anybody put on the board. */
  readonly made: Set<string>;
  /** Ids of what somebody deleted, or took back. */
  readonly deleted: Set<string>;
}

function happen(party: Party): void {
  const { random, table, people } = party;
  const person = random.pick(people);
  if (random.chance(0.2)) person.undo.mark();
  act(person, party);
  if (random.chance(0.3)) person.looks();
  if (random.chance(0.05)) vandalize(party);
  if (random.chance(0.05)) repairBoard(table.server, table.schema);
  if (random.chance(0.06)) table.takesOffline(random.pick(people));
  if (random.chance(0.08)) table.bringsBack(random.pick(people));
  if (random.chance(0.4)) table.delivers();
}

/** Does something and notes what came and what went by it. */
function act(person: TestCanvas, party: Party): void {
  const before = [...person.board.shapes.keys()];
  if (party.random.chance(0.1)) takeBack(person, party);
  else if (party.random.chance(0.3)) actInOneFrame(person, party);
  else party.random.pick(canvasActs)(person, party.random);
  for (const { id, type } of person.shapes()) if (type !== 'group') party.made.add(id);
  for (const id of before) if (!person.board.shapes.has(id)) party.deleted.add(id);
}

/** Several things before a frame has passed, while something arrives from others. */
function actInOneFrame(person: TestCanvas, { random, table }: Party): void {
  person.inOneFrame(() => {
    random.pick(canvasActs)(person, random);
    table.reaches(person);
    random.pick(canvasActs)(person, random);
  });
  person.looks();
}

function takeBack(person: TestCanvas, { random }: Party): void {
  if (random.chance(0.7)) person.undo.undo();
  else person.undo.redo();
  person.looks();
}

/** Somebody writes what no program of ours would, straight into the document of one of the people. */
function vandalize({ random, people }: Party): void {
  const { board } = random.pick(people);
  const anyShape = [...board.shapes.keys()];
  const target =
    anyShape.length > 0 && random.chance(0.7) ? random.pick(anyShape) : `shape:evil-${random.word(2)}`;
  const map: unknown = board.shapes.get(target);
  const garbage: unknown = random.pick([null, 'evil', -7, [], { a: { b: 1 } }, new Uint8Array(3)]);
  const key = random.pick([
    'p.color',
    'p.size',
    'm.a',
    'm.__proto__',
    'opacity',
    'index',
    'parentId',
    'evil',
    't',
  ]);
  board.doc.transact(() => {
    if (random.chance(0.5) && map instanceof Y.Map) {
      map.set(key, random.chance(0.2) ? new Y.Map([['a', 1]]) : garbage);
    } else {
      random.pick([
        () => board.shapes.set(`shape:evil-${random.word(1)}`, garbage as Y.Map<unknown>),
        () => board.shapes.set(`page:evil-${random.word(1)}`, new Y.Map([['b', {}]])),
        () => board.records.set(random.pick(['page:evil', 'asset:evil', 'binding:evil', target]), garbage),
        () => (board.positions.list as Y.Array<unknown>).push([garbage, { key: target, val: garbage }]),
        () => (board.positions.list as Y.Array<unknown>).push([{ key: 'page:page', val: [1, 2, 3] }]),
        () =>
          (board.positions.list as Y.Array<unknown>).push([
            { key: target, val: [1.234_567, 1e12, 99.123_456_7] },
          ]),
        () => map instanceof Y.Map && (map.get('t') as Y.Text | undefined)?.insertEmbed?.(0, { evil: true }),
        () => board.meta.set('launch:evil', garbage),
      ])();
    }
  }, 'evil');
}

/** Everybody comes back online, the server puts the document in order, and all of it is delivered. */
function comeTogether({ table, people }: Party): void {
  for (const person of people) table.bringsBack(person);
  table.delivers();
  table.delivers();
  repairBoard(table.server, table.schema);
  table.delivers();
  table.delivers();
}

/** Somebody has the server's document, and sees exactly what it says to a reader who comes new. */
function expectSameBoard(person: TestCanvas, table: TestTable): void {
  expect(contentOf(person.doc), `${person.name}'s document`).toEqual(contentOf(table.server));
  const read = new RecordReader(openBoard(table.server), table.schema).readAll().put;
  expectSameRecords(
    person,
    read.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

/** What is gone though nobody deleted it; groups come and go with what is in them. */
function lostShapes({ table, made, deleted }: Party): string[] {
  const { shapes } = openBoard(table.server);
  return [...made].filter((id) => !deleted.has(id) && !shapes.has(id));
}
