import { TestTable, type TestCanvas } from '@common-ground/board/testing';
import { withSeed, type SeededRandom } from '@common-ground/testkit';
import type { TLShapeId } from '@tldraw/tlschema';
import { expect, it } from 'vitest';
import { seedsFor } from './support/seeds.ts';

it.each(seedsFor(20))(
  'three people write in one note and no character is lost or doubled (seed %i)',
  (seed) =>
    withSeed(seed, (random) => {
      const table = new TestTable();
      const people = ['alice', 'bob', 'carol'].map((name) => table.seats(name));
      const note = table.seats('dave').writes('');
      table.delivers();
      const writing: Writing = { random, table, people, note, typed: [], erased: new Set() };
      for (let step = 0; step < 120; step += 1) happen(writing);
      for (const person of people) table.bringsBack(person);
      table.delivers();
      table.delivers();
      const expected = writing.typed.filter((char) => !writing.erased.has(char)).toSorted();
      for (const person of people) expect(charactersOf(person, note).toSorted()).toEqual(expected);
      expect(new Set(people.map((person) => JSON.stringify(person.sees(note)))).size).toBe(1);
    }),
);

interface Writing {
  readonly random: SeededRandom;
  readonly table: TestTable;
  readonly people: readonly TestCanvas[];
  readonly note: TLShapeId;
  /** Every character ever typed; no two are the same. */
  readonly typed: string[];
  readonly erased: Set<string>;
}

function happen(writing: Writing): void {
  const { random, table, people } = writing;
  const person = random.pick(people);
  write(person, writing);
  if (random.chance(0.06)) table.takesOffline(random.pick(people));
  if (random.chance(0.1)) table.bringsBack(random.pick(people));
  if (random.chance(0.4)) table.delivers();
}

function write(person: TestCanvas, { random, note, typed, erased }: Writing): void {
  const before = charactersOf(person, note);
  const at = random.integer(before.length + 1);
  const kind = random.pick(['type', 'type', 'type', 'erase', 'mark']);
  if (kind === 'type') {
    const words = Array.from({ length: 1 + random.integer(4) }, () => nextCharacter(typed));
    person.types(note).at(at, words.join(''));
  } else if (kind === 'erase') {
    const to = at + random.integer(4);
    for (const char of before.slice(at, to)) erased.add(char);
    person.erases(note, at, to);
  } else {
    person.marks(note, random.pick(['bold', 'italic', 'highlight']), at, at + random.integer(6));
  }
}

function charactersOf(person: TestCanvas, note: TLShapeId): string[] {
  return Array.from(person.reads(note));
}

/** A character that nobody has typed yet: from the CJK ideographs, of which there are enough. */
function nextCharacter(typed: string[]): string {
  const char = String.fromCodePoint(0x4e00 + typed.length);
  typed.push(char);
  return char;
}
