import { encodeCommand, type CommandId, type ParticipantId } from '@common-ground/protocol';
import type { RoomHooks } from '@common-ground/sync';
import { MemoryWorkshopStore, settlePromises, TestBoard } from '@common-ground/testkit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import type { ParticipantRecord, ParticipantStore } from '../access/ParticipantStore.ts';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { secureChance } from './secureChance.ts';
import { Workshops } from './Workshops.ts';

let board: TestBoard;
let store: MemoryWorkshopStore;
let workshops: Workshops;
beforeEach(async () => {
  let hooks: RoomHooks = {};
  board = await TestBoard.open({
    guardFor: (doc: Y.Doc) => ({
      laneOf: (participantId) => guard(doc).laneOf(participantId),
      beforeEdits: (lane) => guard(doc).beforeEdits(lane),
      putBack: (lane) => guard(doc).putBack(lane),
      afterEdits: () => guard(doc).afterEdits(),
    }),
    hooks: {
      onJoin: (session) => hooks.onJoin?.(session),
      onCommand: (session, envelope) => hooks.onCommand?.(session, envelope),
      onClose: () => hooks.onClose?.(),
    },
  });
  onTestFinished(() => board.dispose());
  store = new MemoryWorkshopStore();
  store.createBoard(board.boardId);
  workshops = new Workshops({
    store,
    directory: { find: async () => ({ partners: [] }) } as unknown as BoardDirectory,
    participants: { list: async () => people } as unknown as ParticipantStore,
    clock: board.clock,
    chance: secureChance,
    announce: () => undefined,
    tell: async () => undefined,
    onError: (_, error) => {
      throw error;
    },
  });
  hooks = workshops.hooksFor(board.boardId);
});

const people = [person('fay', 'facilitator'), person('alice', 'contributor')];

function person(name: string, role: ParticipantRecord['role']): ParticipantRecord {
  const id = name as ParticipantId;
  const linkId = 'link' as ParticipantRecord['linkId'];
  return { id, name, partnerId: null, role, linkId, joinedAt: 0, removedAt: null };
}

const guards = new WeakMap<Y.Doc, ReturnType<Workshops['guardFor']>>();

/** Made at the first use: the room, and with it its document, is there before the workshops of this test. */
function guard(doc: Y.Doc): ReturnType<Workshops['guardFor']> {
  const known = guards.get(doc) ?? workshops.guardFor(board.boardId, doc);
  guards.set(doc, known);
  return known;
}

describe('the workshops in memory', () => {
  it('come with their room, once, and go with it', async () => {
    const [one, two] = await Promise.all([workshops.open(board.room), workshops.open(board.room)]);
    expect(one).toBe(two);
    expect(workshops.peek(board.boardId)).toBe(one);
    await board.room.close();
    expect(workshops.peek(board.boardId)).toBeNull();
  });

  it('keep nothing of an attempt to read one that failed', async () => {
    store.failNext();
    await expect(workshops.open(board.room)).rejects.toThrow('full');
    expect(workshops.peek(board.boardId)).toBeNull();
    await workshops.open(board.room);
    expect(workshops.peek(board.boardId)).not.toBeNull();
  });

  it('let what waits when a room closes be stored, by the rights that people had', async () => {
    await workshops.open(board.room);
    const [fay, alice] = [await board.connect('fay', { role: 'facilitator' }), await board.connect('alice')];
    board.join('fay', { role: 'facilitator', wantsExtras: true }).session.receive(
      encodeCommand({
        commandId: 'lock' as CommandId,
        command: { type: 'canvas.setLock', isLocked: true },
      }),
    );
    await settlePromises();
    const release = board.store.hold();
    fay.doc.getMap('records').set('page:first', { typeName: 'page' });
    fay.send();
    // These wait until the first one is stored.
    fay.doc.getMap('records').set('page:fays', { typeName: 'page' });
    alice.doc.getMap('records').set('page:alices', { typeName: 'page' });
    for (const client of [fay, alice]) client.send();
    const closed = board.room.close();
    release();
    await board.clock.advanceAsync(1_000);
    await closed;
    await board.load();
    expect([...board.room.doc.getMap('records').keys()].toSorted()).toEqual(['page:fays', 'page:first']);
  });
});
