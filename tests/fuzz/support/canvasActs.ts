import type { TestCanvas } from '@common-ground/board/testing';
import type { SeededRandom } from '@common-ground/testkit';
import type { TLPageId, TLShape, TLShapeId } from '@tldraw/tlschema';

/** Something a person does on a canvas; nothing when there is nothing to do it with. */
export type Act = (person: TestCanvas, random: SeededRandom) => void;

/** What people do, as often as it stands here. */
export const canvasActs: readonly Act[] = [
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
