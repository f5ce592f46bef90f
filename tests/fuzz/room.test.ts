import { TestBoard, withSeed, type SeededRandom, type TestClient } from '@common-ground/testkit';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { seedsFor } from './support/seeds.ts';

it.each(seedsFor(40))(
  'everybody and the store agree in the end, whatever happens on the way (seed %i)',
  (seed) =>
    withSeed(seed, async (random) => {
      const table = await Table.lay(random);
      for (let step = 0; step < 150; step += 1) await table.happen();
      await table.comeToRest();
      const stored = contentsOf(await table.storedDoc());
      for (const client of table.board.clients)
        expect({ who: client.participantId, sees: contentsOf(client.doc) }).toEqual({
          who: client.participantId,
          sees: stored,
        });
      expect(contentsOf(table.board.room.doc)).toEqual(stored);
      expect(table.unexpectedEnds()).toEqual([]);
      table.board.dispose();
    }),
);

/** A board with people who edit, drop out and come back while the server restarts and the disk fails. */
class Table {
  readonly board: TestBoard;
  readonly #random: SeededRandom;

  private constructor(board: TestBoard, random: SeededRandom) {
    this.board = board;
    this.#random = random;
  }

  static async lay(random: SeededRandom): Promise<Table> {
    // Messages may lie about for longer than on any network that still works, and are answered all the same.
    const limits = { foldAfterUpdates: 20, foldAfterBytes: 2_000, resyncWithinMs: 3_600_000 };
    const table = new Table(await TestBoard.open({ limits }), random);
    for (const name of ['alice', 'bob', 'carol', 'alice']) await table.board.connect(name);
    return table;
  }

  async happen(): Promise<void> {
    const random = this.#random;
    const client = random.pick(this.board.clients);
    switch (random.pick(this.#events)) {
      case 'edit':
        return edit(client.doc, random);
      case 'type':
        return client.doc.transact(() => {
          for (let letter = 0; letter < 5; letter += 1) edit(client.doc, random);
        });
      case 'point':
        return client.awareness.setLocalState({ cursor: [random.integer(100), random.integer(100)] });
      case 'send':
        return client.send(1 + random.integer(5));
      case 'receive':
        return client.receive(1 + random.integer(5));
      case 'wait':
        return this.board.clock.advanceAsync(random.integer(40));
      case 'drop':
        return client.disconnect();
      case 'return':
        return this.#comeBack(client);
      case 'serverEdit':
        // Waited for at the end: the storage may be failing now.
        void this.board.room.transact((doc) => edit(doc, random)).catch(() => undefined);
        return;
      case 'diskFails':
        return this.board.store.failNext(
          random.pick(['append', 'append', 'fold'] as const),
          1 + random.integer(3),
        );
      case 'restart':
        return this.#restart();
    }
  }

  /** Heals everything, brings everybody back and lets all messages arrive. */
  async comeToRest(): Promise<void> {
    this.board.store.heal();
    await this.board.clock.advanceAsync(10_000);
    for (const client of this.board.clients) this.#comeBack(client);
    await this.board.settle();
    await this.board.clock.advanceAsync(1_000);
    await this.board.settle();
  }

  async storedDoc(): Promise<Y.Doc> {
    const stored = await this.board.store.load(this.board.boardId);
    const doc = new Y.Doc();
    for (const update of stored.snapshot === null ? stored.updates : [stored.snapshot, ...stored.updates])
      Y.applyUpdate(doc, update);
    return doc;
  }

  /** Honest people are only ever cut off by a restart. */
  unexpectedEnds(): unknown[] {
    return this.board.ended.filter(({ reason }) => reason !== null && reason !== 'restarting');
  }

  readonly #events = [
    ...many(10, 'edit' as const),
    ...many(3, 'type' as const),
    ...many(3, 'point' as const),
    ...many(8, 'send' as const),
    ...many(8, 'receive' as const),
    ...many(8, 'wait' as const),
    ...many(2, 'drop' as const),
    ...many(4, 'return' as const),
    ...many(2, 'serverEdit' as const),
    ...many(1, 'diskFails' as const),
    ...many(1, 'restart' as const),
  ];

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

function edit(doc: Y.Doc, random: SeededRandom): void {
  const text = doc.getText('text');
  const list = doc.getArray<unknown>('list');
  const shapes = doc.getMap<Y.Map<unknown>>('shapes');
  switch (random.integer(8)) {
    case 0:
    case 1:
      return text.insert(random.integer(text.length + 1), random.pick(['a', 'é', '👋', random.word(4)]));
    case 2:
      return text.delete(0, random.integer(Math.min(5, text.length + 1)));
    case 3:
      return list.insert(random.integer(list.length + 1), [
        { key: random.word(1), val: [random.integer(99)] },
      ]);
    case 4:
      return list.delete(0, random.integer(Math.min(3, list.length + 1)));
    case 5:
      shapes.set(`shape:${random.integer(6)}`, new Y.Map([['b', random.integer(1_000)]]));
      return;
    case 6:
      shapes.get(`shape:${random.integer(6)}`)?.set(random.word(1), random.next());
      return;
    default:
      return shapes.delete(`shape:${random.integer(6)}`);
  }
}

function contentsOf(doc: Y.Doc): unknown {
  return {
    text: doc.getText('text').toJSON(),
    list: doc.getArray('list').toJSON(),
    shapes: doc.getMap('shapes').toJSON(),
  };
}

function many<T>(count: number, thing: T): T[] {
  return Array.from({ length: count }, () => thing);
}
