import { isDeepStrictEqual } from 'node:util';
import { RecordReader, openBoard, repairBoard } from '@common-ground/board';
import { TestTable, type TestCanvas } from '@common-ground/board/testing';
import type { SeededRandom } from '@common-ground/testkit';
import { withSeed } from '@common-ground/testkit';
import type { TLPageId, TLRecord, TLShape, TLShapeId } from '@tldraw/tlschema';
import { expect, it } from 'vitest';
import * as Y from 'yjs';

/** Give a seed to repeat a run: `FUZZ_SEED=123 vitest run --project fuzz tests/fuzz/board.test.ts`. */
const givenSeed = process.env['FUZZ_SEED'];
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 20);
const seeds =
  givenSeed === undefined
    ? Array.from({ length: rounds }, () => Math.floor(Math.random() * 2 ** 32))
    : [Number(givenSeed)];

it.each(seeds)('three people end with the same board, whatever they and a vandal do (seed %i)', (seed) =>
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
  else party.random.pick(acts)(person, party.random);
  for (const { id, type } of person.shapes()) if (type !== 'group') party.made.add(id);
  for (const id of before) if (!person.board.shapes.has(id)) party.deleted.add(id);
}

/** Several things before a frame has passed, while something arrives from others. */
function actInOneFrame(person: TestCanvas, { random, table }: Party): void {
  person.inOneFrame(() => {
    random.pick(acts)(person, random);
    table.reaches(person);
    random.pick(acts)(person, random);
  });
  person.looks();
}

function takeBack(person: TestCanvas, { random }: Party): void {
  if (random.chance(0.7)) person.undo.undo();
  else person.undo.redo();
  person.looks();
}

type Act = (person: TestCanvas, random: SeededRandom) => void;

/** What people do, as often as it stands here. */
const acts: readonly Act[] = [
  (person, random) => void person.writes(random.word(4), placing(person, random)),
  (person, random) => void person.writes('', placing(person, random)),
  (person, random) => void person.drawsFrame(placing(person, random)),
  onShape((person, { id }, random) => person.moves(id).to(...somewhere(random))),
  onShape((person, { id }, random) => person.moves(id).by(random.integer(50), random.next() * 50)),
  onShape((person, { id }, random) => person.turns(id, random.next() * 6)),
  onShape((person, { id }, random) => person.changes(id, { opacity: random.pick([0.25, 0.5, 1]) })),
  onShape((person, { id }, random) => person.changes(id, { meta: { [random.word(1)]: random.integer(9) } })),
  onNote((person, { id }, random) => person.recolours(id, random.pick(['blue', 'red', 'green']))),
  onNote((person, { id }, random) => person.types(id).at(position(person, id, random), random.word(3))),
  onNote((person, { id }, random) => person.types(id).at(position(person, id, random), '\n')),
  onNote((person, { id }, random) => {
    const from = position(person, id, random);
    person.erases(id, from, from + random.integer(4));
  }),
  onNote((person, { id }, random) => {
    const from = position(person, id, random);
    person.marks(id, random.pick(['bold', 'italic', 'code', 'highlight']), from, from + random.integer(6));
  }),
  onShape((person, { id, parentId }, random) => {
    const siblings = person.shapes().filter((shape) => shape.parentId === parentId && shape.id !== id);
    if (siblings.length > 0) person.groups([id, random.pick(siblings).id]);
  }),
  onShape((person, { id, type }) => {
    if (type === 'group') person.ungroups(id);
  }),
  onShape((person, shape, random) => {
    const into = random.pick([...frames(person), ...pages(person)]);
    if (!isWithin(person, into, shape.id)) person.drops(shape.id, into);
  }),
  onShape((person, { id }) => person.deletes(id)),
  onNote((person, { id }, random) => {
    const notes = person.shapes().filter(({ type }) => type === 'note');
    person.connects(id, random.pick(notes).id);
  }),
  (person, random) => {
    if (pages(person).length < 4) person.addsPage(random.word(4));
  },
  (person, random) => {
    const [page, ...others] = pages(person);
    if (page !== undefined && others.length > 0 && random.chance(0.3)) person.removesPage(page);
  },
];

function onShape(does: (person: TestCanvas, shape: TLShape, random: SeededRandom) => void): Act {
  return (person, random) => {
    const shapes = person.shapes();
    if (shapes.length > 0) does(person, random.pick(shapes), random);
  };
}

function onNote(does: (person: TestCanvas, note: TLShape, random: SeededRandom) => void): Act {
  return (person, random) => {
    const notes = person.shapes().filter(({ type }) => type === 'note');
    if (notes.length > 0) does(person, random.pick(notes), random);
  };
}

function frames(person: TestCanvas): TLShapeId[] {
  return person
    .shapes()
    .filter(({ type }) => type === 'frame')
    .map(({ id }) => id);
}

function pages(person: TestCanvas): TLPageId[] {
  return person
    .records()
    .filter((record) => record.typeName === 'page')
    .map(({ id }) => id);
}

function placing(person: TestCanvas, random: SeededRandom) {
  return { at: somewhere(random), in: random.pick([...frames(person), ...pages(person)]) };
}

function somewhere(random: SeededRandom): [x: number, y: number] {
  return [random.integer(1000), random.next() * 1000];
}

function position(person: TestCanvas, id: TLShapeId, random: SeededRandom): number {
  return random.integer(person.reads(id).length + 1);
}

/** Whether a parent is the shape itself or lies in it, as this person sees it. */
function isWithin(person: TestCanvas, parentId: TLPageId | TLShapeId, id: TLShapeId): boolean {
  for (let at: TLPageId | TLShapeId = parentId; at.startsWith('shape:');) {
    if (at === id) return true;
    const shape = person.sees(at as TLShapeId);
    if (shape === undefined) return false;
    at = shape.parentId;
  }
  return false;
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
        () =>
          map instanceof Y.Map &&
          (map.get('t') as Y.XmlFragment | undefined)?.insert?.(0, [new Y.XmlElement('evil')]),
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

function contentOf(doc: Y.Doc): unknown {
  const { shapes, positions, records, meta } = openBoard(doc);
  return [shapes.toJSON(), positions.list.toJSON(), records.toJSON(), meta.toJSON()];
}

/** Record by record, so that a failure shows the one that differs. */
function expectSameRecords(person: TestCanvas, truth: readonly TLRecord[]): void {
  const seen = person.records();
  expect(
    seen.map(({ id }) => id),
    `${person.name}'s records`,
  ).toEqual(truth.map(({ id }) => id));
  for (const [at, record] of seen.entries()) {
    if (!isDeepStrictEqual(record, truth[at])) expect(record, `what ${person.name} sees`).toEqual(truth[at]);
  }
}
