import type { CommandEnvelope, CommandId, ParticipantId } from '@common-ground/protocol';
import { encodeCommand } from '@common-ground/protocol';
import { TestBoard, type TestBoardOptions } from '@common-ground/testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import type { EditGuard } from '../ports/EditGuard.ts';

/** Everybody but alice may write into the map `open` only. */
class TestGuard implements EditGuard {
  readonly judged: string[] = [];
  readonly #closed: Y.Map<unknown>;
  #before: Record<string, unknown> = {};

  constructor(doc: Y.Doc) {
    this.#closed = doc.getMap('closed');
  }

  laneOf(participantId: ParticipantId): string | null {
    return participantId === 'alice' ? null : 'open-only';
  }

  beforeEdits(lane: string): void {
    this.judged.push(lane);
    this.#before = this.#closed.toJSON();
  }

  putBack(): boolean {
    const changed = [...this.#closed.keys()].filter((key) => this.#closed.get(key) !== this.#before[key]);
    for (const key of changed) {
      if (key in this.#before) this.#closed.set(key, this.#before[key]);
      else this.#closed.delete(key);
    }
    return changed.length > 0;
  }

  afterEdits(): void {
    this.#before = {};
  }
}

async function open(options: TestBoardOptions = {}) {
  const guards: TestGuard[] = [];
  const told: string[] = [];
  const board = await TestBoard.open({
    guardFor: (doc) => {
      const guard = new TestGuard(doc);
      guards.push(guard);
      return guard;
    },
    ...options,
    hooks: {
      ...options.hooks,
      onPutBack: (session, lane) => told.push(`${session.participantId} ${lane}`),
    },
  });
  onTestFinished(() => board.dispose());
  return { board, guards, told };
}

describe('a room with a guard', () => {
  it('puts back what a lane does not allow, in the sender’s own document too, and keeps the rest', async () => {
    const { board, told } = await open();
    const alice = await board.connect('alice');
    const bob = await board.connect('bob');
    alice.doc.getMap('closed').set('a', 1);
    await board.settle();
    bob.doc.transact(() => {
      bob.doc.getMap('closed').set('a', 2);
      bob.doc.getMap('closed').set('b', 2);
      bob.doc.getMap('open').set('c', 2);
    });
    await board.settle();
    for (const doc of [board.room.doc, alice.doc, bob.doc]) {
      expect(doc.getMap('closed').toJSON()).toEqual({ a: 1 });
      expect(doc.getMap('open').toJSON()).toEqual({ c: 2 });
    }
    expect(told).toEqual(['bob open-only']);
    expect(bob.savedCount).toBe(bob.sentEdits);
  });

  it('goes on taking what builds on what was put back', async () => {
    const { board } = await open();
    const alice = await board.connect('alice');
    const bob = await board.connect('bob');
    for (let value = 0; value < 5; value += 1) {
      bob.doc.getMap('closed').set('a', value);
      bob.doc.getMap('open').set('a', value);
      bob.send();
      await board.clock.advanceAsync(5);
    }
    await board.settle();
    expect(board.ended).toEqual([]);
    expect(alice.doc.getMap('open').toJSON()).toEqual({ a: 4 });
    expect(bob.doc.getMap('closed').toJSON()).toEqual({});
  });

  it('never shows anybody what is put back', async () => {
    const { board } = await open();
    const alice = await board.connect('alice');
    const seen: unknown[] = [];
    alice.doc.getMap('closed').observe(() => seen.push(alice.doc.getMap('closed').toJSON()));
    const bob = await board.connect('bob');
    bob.doc.getMap('closed').set('a', 'marker');
    bob.send();
    await board.clock.advanceAsync(100);
    alice.receive(1);
    await board.settle();
    expect(seen.filter((json) => JSON.stringify(json).includes('marker'))).toEqual([]);
  });

  it('judges edits of one lane together, and those of who may change everything not at all', async () => {
    const { board, guards, told } = await open();
    const [alice, bob, carol] = [
      await board.connect('alice'),
      await board.connect('bob'),
      await board.connect('carol'),
    ];
    const before = guards[0]?.judged.length ?? 0;
    alice.doc.getMap('open').set('first', 1);
    alice.send();
    for (const client of [bob, carol, alice]) {
      client.doc.getMap('open').set(client.participantId, 1);
      client.send();
    }
    await board.settle();
    expect(guards[0]?.judged.slice(before)).toEqual(['open-only']);
    expect(told).toEqual([]);
    expect(Object.keys(carol.doc.getMap('open').toJSON()).toSorted()).toEqual([
      'alice',
      'bob',
      'carol',
      'first',
    ]);
  });
});

const envelope: CommandEnvelope = { commandId: 'c1' as CommandId, command: { type: 'any' } };

async function withCommands() {
  const commands: string[] = [];
  const joined: string[] = [];
  const { board } = await open({
    hooks: {
      onCommand: (session, given) => commands.push(`${session.participantId} ${given.commandId}`),
      onJoin: (session) => joined.push(session.participantId),
    },
  });
  return { board, commands, joined };
}

describe('a room passes commands on', () => {
  it('of every role, and tells who comes', async () => {
    const { board, commands, joined } = await withCommands();
    board.join('alice', { wantsExtras: true }).session.receive(encodeCommand(envelope));
    board.join('olga', { wantsExtras: true, role: 'observer' }).session.receive(encodeCommand(envelope));
    expect(commands).toEqual(['alice c1', 'olga c1']);
    expect(joined).toEqual(['alice', 'olga']);
  });

  it('but not of plain clients, of too many, or once it closes', async () => {
    const { board, commands } = await withCommands();
    const plain = board.join('bob');
    plain.session.receive(encodeCommand(envelope));
    expect(plain.socket.closeReason).toBe('unknown-message');
    const eager = board.join('carol', { wantsExtras: true });
    for (let count = 0; count < 500; count += 1) eager.session.receive(encodeCommand(envelope));
    expect(eager.socket.closeReason).toBe('too-many-frames');
    expect(commands.length).toBeLessThan(500);
    const late = board.join('dave', { wantsExtras: true });
    const { length } = commands;
    const closed = board.room.close();
    late.session.receive(encodeCommand(envelope));
    await board.clock.advanceAsync(1_000);
    await closed;
    expect(commands).toHaveLength(length);
  });
});
