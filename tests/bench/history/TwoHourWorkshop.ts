import { noteShape, openBoard, startBoard, writeChanges } from '@common-ground/board';
import type { TLSchema, TLShape } from '@tldraw/tlschema';
import { SeededRandom } from '@common-ground/testkit';
import * as Y from 'yjs';

const people = 12;
const words =
  'partners water basin clean agree vision shared risk owner decide later trust money time people north south plan'.split(
    ' ',
  );

/** Twelve people who work on one board for two hours, the same in every run: they write, move, mend and remove notes. */
export class TwoHourWorkshop {
  readonly doc = new Y.Doc();
  readonly #random = new SeededRandom(7);
  readonly #notes: TLShape[] = [];
  #made = 0;

  constructor(schema: TLSchema) {
    this.doc.clientID = 1;
    startBoard(this.doc, schema);
  }

  get noteCount(): number {
    return this.#notes.length;
  }

  /** What all of them do in a minute: half a new note each, and more moving and mending than writing. */
  passMinute(minute: number): void {
    for (let person = 0; person < people; person += 1) {
      if (this.#random.next() < 0.5) this.#write(minute, person);
      for (let acts = 0; acts < 3; acts += 1) this.#change(minute, person);
      if (this.#random.next() < 0.03) this.#remove();
    }
  }

  #write(minute: number, person: number): void {
    this.#made += 1;
    const seed = {
      id: `shape:${this.#made.toString(36)}-${Math.floor(this.#random.next() * 1e9).toString(36)}`,
      parentId: 'page:page',
      index: 'a1',
      ...this.#place(),
      meta: { by: `person-${person}`, at: minute * 60_000 },
    } as unknown as Parameters<typeof noteShape>[0];
    const note = noteShape(seed, this.#text(), person % 2 === 0 ? 'yellow' : 'blue');
    this.#apply({ added: { [note.id]: note }, updated: {}, removed: {} });
    this.#notes.push(note);
  }

  #change(minute: number, person: number): void {
    const at = Math.floor(this.#random.next() * this.#notes.length);
    const from = this.#notes[at];
    if (from === undefined) return;
    const meta = { ...from.meta, changedBy: `person-${person}`, changedAt: minute * 60_000 };
    const to = { ...from, ...this.#place(), meta };
    this.#notes[at] = to;
    this.#apply({ added: {}, updated: { [to.id]: [from, to] }, removed: {} });
  }

  #remove(): void {
    const [gone] = this.#notes.splice(Math.floor(this.#random.next() * this.#notes.length), 1);
    if (gone !== undefined) this.#apply({ added: {}, updated: {}, removed: { [gone.id]: gone } });
  }

  #apply(changes: unknown): void {
    const known = changes as Parameters<typeof writeChanges>[1];
    this.doc.transact(() => writeChanges(openBoard(this.doc), known));
  }

  #place(): { x: number; y: number } {
    return { x: Math.floor(this.#random.next() * 8_000), y: Math.floor(this.#random.next() * 5_000) };
  }

  #text(): string {
    const length = 4 + Math.floor(this.#random.next() * 12);
    return Array.from({ length }, () => words[Math.floor(this.#random.next() * words.length)]).join(' ');
  }
}
