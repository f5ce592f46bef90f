import { createBoardSchema, openBoard, RecordReader, startBoard } from '@common-ground/board';
import { TestCanvas } from '@common-ground/board/testing';
import { TestBoard, withSeed, type SeededRandom, type TestClient } from '@common-ground/testkit';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { canvasActs } from './support/canvasActs.ts';
import { contentOf, expectSameRecords } from './support/expectSameRecords.ts';
import { seedsFor } from './support/seeds.ts';

const schema = createBoardSchema([]);

it.each(seedsFor(20))(
  'canvases, room and store agree in the end, through drops, restarts and a failing disk (seed %i)',
  (seed) =>
    withSeed(seed, async (random) => {
      const session = await Session.begin(random);
      for (let step = 0; step < 120; step += 1) await session.happen();
      const stored = await session.comeToRest();
      const truth = new RecordReader(openBoard(stored), schema).readAll().put;
      for (const { client, canvas } of session.people) {
        expect(contentOf(client.doc), `${canvas.name}'s document`).toEqual(contentOf(stored));
        expectSameRecords(
          canvas,
          truth.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
      }
      expect(contentOf(session.board.room.doc)).toEqual(contentOf(stored));
      session.board.dispose();
    }),
);

/** Somebody with tldraw's store, the binding and a connection. */
interface Person {
  readonly client: TestClient;
  readonly canvas: TestCanvas;
}

/** A room with people who draw and write on real canvases while connections and the server come and go. */
class Session {
  readonly board: TestBoard;
  readonly people: readonly Person[];
  readonly #random: SeededRandom;

  private constructor(board: TestBoard, people: readonly Person[], random: SeededRandom) {
    this.board = board;
    this.people = people;
    this.#random = random;
  }

  static async begin(random: SeededRandom): Promise<Session> {
    // Messages may lie about for longer than on any network that still works, and are answered all the same.
    const limits = { foldAfterUpdates: 20, foldAfterBytes: 2_000, resyncWithinMs: 3_600_000 };
    const board = await TestBoard.open({ limits });
    const started = board.room.transact((doc) => startBoard(doc, schema));
    await board.settle();
    await started;
    const people: Person[] = [];
    for (const name of ['alice', 'bob', 'carol']) {
      const client = await board.connect(name);
      people.push({ client, canvas: new TestCanvas(name, { doc: client.doc, schema }) });
    }
    return new Session(board, people, random);
  }

  async happen(): Promise<void> {
    const random = this.#random;
    const { client, canvas } = random.pick(this.people);
    if (random.chance(0.6)) random.pick(canvasActs)(canvas, random);
    if (random.chance(0.1)) canvas.undo.mark();
    if (random.chance(0.05)) canvas.undo.undo();
    if (random.chance(0.4)) canvas.looks();
    if (random.chance(0.5)) client.send(1 + random.integer(4));
    if (random.chance(0.5)) client.receive(1 + random.integer(4));
    if (random.chance(0.5)) await this.board.clock.advanceAsync(random.integer(40));
    if (random.chance(0.04)) client.disconnect();
    if (random.chance(0.1)) this.#comeBack(client);
    if (random.chance(0.03)) this.board.store.failNext('append', 1 + random.integer(2));
    if (random.chance(0.015)) await this.#restart();
  }

  /** Heals everything, brings everybody back, lets all messages arrive and frames pass; then what is stored. */
  async comeToRest(): Promise<Y.Doc> {
    this.board.store.heal();
    await this.board.clock.advanceAsync(10_000);
    for (const { client } of this.people) this.#comeBack(client);
    await this.board.settle();
    for (const { canvas } of this.people) canvas.looks();
    await this.board.settle();
    for (const { canvas } of this.people) canvas.looks();
    const stored = await this.board.store.load(this.board.boardId);
    const doc = new Y.Doc();
    for (const update of stored.snapshot === null ? stored.updates : [stored.snapshot, ...stored.updates])
      Y.applyUpdate(doc, update);
    return doc;
  }

  #comeBack(client: TestClient): void {
    if (!client.isConnected) client.connect(this.board.room);
  }

  async #restart(): Promise<void> {
    const closed = this.board.room.close();
    // The disk may have to fail several times more before it takes what waits; the pauses grow to 5 s.
    await this.board.clock.advanceAsync(600_000);
    await closed;
    await this.board.load();
  }
}
