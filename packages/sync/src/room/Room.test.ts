import { messageType, type BoardId, type ParticipantId } from '@common-ground/protocol';
import { FakeSocket, TestBoard } from '@common-ground/testkit';
import * as decoding from 'lib0/decoding';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { encodeSyncFrame } from '../frames/encodeSyncFrame.ts';
import { Committer } from './Committer.ts';
import { Room } from './Room.ts';

const alice = 'alice' as ParticipantId;
const emptyStateVector = Uint8Array.from([0]);

describe('a room passes edits on', () => {
  it('brings what one writes to the others, whoever they are', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    const contributor = await board.connect('bob');
    const observer = await board.connect('carol', { role: 'observer' });
    const stranger = await board.connect('dave', { wantsExtras: false });
    writer.doc.getMap('shapes').set('note', 'hello');
    await board.settle();
    for (const reader of [contributor, observer, stranger])
      expect(reader.doc.getMap('shapes').toJSON()).toEqual({ note: 'hello' });
    expect(board.room.doc.getMap('shapes').toJSON()).toEqual({ note: 'hello' });
  });

  it.each([
    [0, 12],
    [48, 14],
  ])(
    'sends the first edit after a pause at once and gathers later ones into one frame: %i others, %i ms',
    async (others, pauseMs) => {
      const board = await open();
      for (let index = 0; index < others; index += 1) board.join(`other-${index}`);
      const writer = await board.connect('alice');
      const reader = board.join('bob');
      reader.session.receive(encodeSyncFrame('step1', emptyStateVector));
      reader.socket.takeFrames();
      writer.doc.getText('t').insert(0, 'a');
      writer.send();
      await board.clock.advanceAsync(0);
      expect(reader.socket.takeFrames()).toHaveLength(1);
      for (const letter of 'bcdef') writer.doc.getText('t').insert(0, letter);
      writer.send();
      await board.clock.advanceAsync(pauseMs - 1);
      expect(reader.socket.takeFrames()).toHaveLength(0);
      await board.clock.advanceAsync(1);
      expect(reader.socket.takeFrames()).toHaveLength(1);
    },
  );

  it('shows nobody an edit before it is stored', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    const reader = await board.connect('bob');
    const release = board.store.hold();
    writer.doc.getMap('m').set('a', 1);
    writer.send();
    await board.clock.advanceAsync(1_000);
    reader.receive();
    expect(reader.doc.getMap('m').toJSON()).toEqual({});
    const late = board.join('carol');
    late.session.receive(encodeSyncFrame('step1', emptyStateVector));
    const returning = board.join('dave');
    returning.session.receive(encodeSyncFrame('step1', Y.encodeStateVector(board.room.doc)));
    expect(late.socket.frames.map((frame) => frame[1])).not.toContain(2);
    expect(returning.socket.frames.filter((frame) => frame[1] === 1)).toEqual([]);
    release();
    await board.settle();
    expect(reader.doc.getMap('m').toJSON()).toEqual({ a: 1 });
    expect(returning.socket.frames.filter((frame) => frame[1] === 1)).toHaveLength(1);
  });

  it('says how many edits of a connection are on disk, to those who understand it', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    const plain = await board.connect('bob', { wantsExtras: false });
    for (let count = 0; count < 5; count += 1) writer.doc.getText('t').insert(0, 'x');
    plain.doc.getText('t').insert(0, 'y');
    const release = board.store.hold();
    writer.send();
    await board.clock.advanceAsync(100);
    expect(writer.savedCount).toBeLessThan(writer.sentEdits);
    release();
    await board.settle();
    expect(writer.savedCount).toBe(writer.sentEdits);
    expect(writer.sentEdits).toBe(6);
    expect(plain.socket.frames.some((frame) => (frame[0] ?? 0) >= 100)).toBe(false);
  });

  it('resolves an edit of the server when it is stored, under a client id of the server', async () => {
    const board = await open();
    const reader = await board.connect('alice');
    const release = board.store.hold();
    let isStored = false;
    const edit = board.room
      .transact((doc) => doc.getMap('m').set('a', 1))
      .then(() => {
        isStored = true;
      });
    await board.clock.advanceAsync(100);
    expect(isStored).toBe(false);
    release();
    await edit;
    await board.settle();
    expect(reader.doc.getMap('m').toJSON()).toEqual({ a: 1 });
    expect((await board.store.load(board.boardId)).owners).toEqual([[board.room.doc.clientID, 'server']]);
  });

  it('rejects an edit of the server that throws, keeps nothing of it and goes on', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    writer.doc.getMap('m').set('a', 1);
    await board.settle();
    writer.doc.getMap('m').set('b', 2);
    writer.send();
    const failing = board.room.transact((doc) => {
      doc.getMap('m').set('half', 1);
      throw new Error('No such section.');
    });
    const failure = failing.then(String, (error: Error) => error.message);
    await board.settle();
    await board.settle();
    expect(await failure).toBe('No such section.');
    expect(board.room.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2 });
    expect(writer.savedCount).toBe(writer.sentEdits);
  });
});

describe('a room lets people in', () => {
  it('first tells those who understand it what board this is, then asks and answers', async () => {
    const board = await open();
    const ours = board.join('alice', { wantsExtras: true });
    const plain = board.join('bob');
    expect(ours.socket.frames.map((frame) => frame[0])).toEqual([messageType.board, messageType.sync]);
    expect(plain.socket.frames.map((frame) => [...frame.subarray(0, 2)])).toEqual([[messageType.sync, 0]]);
  });

  it('encodes the whole board once for all newcomers and adds what came since', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    // Of a small board, the answer would not be kept for all this time.
    const words = 'x'.repeat(70_000);
    writer.doc.getMap('m').set('a', words);
    await board.settle();
    const frames = ['bob', 'carol'].map((name) => {
      const { session, socket } = board.join(name);
      session.receive(encodeSyncFrame('step1', emptyStateVector));
      return socket.frames.filter((frame) => frame[1] === 1);
    });
    expect(frames[0]?.[0]).toBe(frames[1]?.[0]);
    for (let count = 0; count < 40; count += 1) {
      writer.doc.getMap('m').set('b', count);
      await board.settle();
    }
    const late = await board.connect('dave');
    expect(late.doc.getMap('m').toJSON()).toEqual({ a: words, b: 39 });
    expect(late.socket.frames.find((frame) => frame[1] === 1)).toBe(frames[0]?.[0]);
  });

  it('answers somebody who comes back with only what is new', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    const reader = await board.connect('bob');
    writer.doc.getText('t').insert(0, 'x'.repeat(5_000));
    await board.settle();
    reader.disconnect();
    reader.doc.getText('t').insert(0, 'offline');
    writer.doc.getMap('m').set('a', 1);
    await board.settle();
    reader.connect(board.room);
    await board.settle();
    expect(reader.doc.getMap('m').toJSON()).toEqual({ a: 1 });
    expect(writer.doc.getText('t').toJSON()).toBe(`offline${'x'.repeat(5_000)}`);
    expect(Math.max(...reader.socket.frames.map((frame) => frame.length))).toBeLessThan(200);
  });

  it('lets in no more than the board holds, and the next when one has left', async () => {
    const board = await open({ maxConnectionsPerBoard: 2 });
    const first = board.join('alice');
    board.join('bob');
    expect(() => board.join('carol')).toThrow('board-busy');
    first.session.leave();
    expect(board.join('carol').session.isOpen).toBe(true);
  });

  it('is not there when the board cannot be read', async () => {
    const board = await open();
    board.store.failNext('load');
    await expect(board.load()).rejects.toThrow('The disk is full.');
    const unknown = Room.load({
      boardId: 'nowhere' as BoardId,
      store: board.store,
      clock: board.clock,
      committer: new Committer(board),
    });
    await expect(unknown).rejects.toThrow('nowhere');
  });

  it('refuses to load a log with a gap instead of showing half a board', async () => {
    const board = await open();
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'first');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(5, 'second');
    await board.store.append([
      { boardId: board.boardId, update: Y.encodeStateAsUpdate(doc, before), at: 0, newOwners: [] },
    ]);
    await expect(board.load()).rejects.toThrow('gaps');
  });
});

describe('a room knows who is there', () => {
  it('shows cursors to everybody, stamped, gives newcomers all of them, and takes them away at the end', async () => {
    const board = await open();
    const one = await board.connect('alice');
    const two = await board.connect('bob');
    one.awareness.setLocalState({ cursor: [1, 2], pid: 'bob' });
    await board.settle();
    expect(two.awareness.getStates().get(one.doc.clientID)).toEqual({ cursor: [1, 2], pid: 'alice' });
    const three = await board.connect('carol');
    expect(three.awareness.getStates().get(one.doc.clientID)).toEqual({ cursor: [1, 2], pid: 'alice' });
    one.disconnect();
    await board.settle();
    expect(three.awareness.getStates().has(one.doc.clientID)).toBe(false);
    expect(board.ended).toEqual([{ participantId: 'alice', reason: null }]);
  });

  it('answers a question for everybody’s state', async () => {
    const board = await open();
    const asker = board.join('bob');
    const query = Uint8Array.from([messageType.queryAwareness]);
    asker.session.receive(query);
    expect(asker.socket.framesOfType(messageType.awareness)).toHaveLength(0);
    const one = await board.connect('alice');
    one.awareness.setLocalState({ cursor: null });
    await board.settle();
    asker.socket.takeFrames();
    asker.session.receive(query);
    expect(asker.socket.framesOfType(messageType.awareness)).toHaveLength(1);
  });

  it('announces what changed of the board to those who understand it', async () => {
    const board = await open();
    const ours = board.join('alice', { wantsExtras: true });
    const plain = board.join('bob');
    ours.socket.takeFrames();
    plain.socket.takeFrames();
    board.room.announce({ title: 'Another title' });
    expect(ours.socket.frames.map(readJson)).toEqual([{ title: 'Another title' }]);
    expect(plain.socket.frames).toEqual([]);
    expect(board.room.participantIds).toEqual(new Set(['alice', 'bob']));
  });

  it('changes a role from the next frame on, and says so to the participant', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    const reader = board.join('bob', { wantsExtras: true });
    reader.socket.takeFrames();
    board.room.setRole(alice, 'observer');
    writer.doc.getMap('m').set('a', 1);
    await board.settle();
    expect(board.room.doc.getMap('m').toJSON()).toEqual({});
    expect(writer.socket.frames.map(readJson)).toContainEqual({
      you: { participantId: 'alice', role: 'observer' },
    });
    expect(reader.socket.framesOfType(messageType.board)).toEqual([]);
    board.room.setRole(alice, 'contributor');
    expect(writer.closeReason).toBe('role-changed');
  });

  it('closes the connections of one participant, or those that are picked', async () => {
    const board = await open();
    const [first, second, other] = [board.join('alice'), board.join('alice'), board.join('bob')];
    board.room.disconnect(alice, 'removed');
    expect([first, second, other].map(({ socket }) => socket.closeReason)).toEqual([
      'removed',
      'removed',
      null,
    ]);
    board.room.disconnect((session) => session.role === 'contributor', 'link-revoked');
    expect(other.socket.closeReason).toBe('link-revoked');
  });

  it('stores what waits and closes every socket when it is closed, and lets nobody in afterwards', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    writer.doc.getMap('m').set('a', 1);
    writer.doc.getMap('m').set('b', 2);
    writer.send();
    const closed = board.room.close();
    await board.clock.advanceAsync(100);
    await closed;
    expect(writer.closeReason).toBe('restarting');
    expect(() => board.join('bob')).toThrow('restarting');
    await expect(board.room.transact(() => undefined)).rejects.toThrow('closed');
    expect(board.store.logLength(board.boardId)).toBe(0);
    await board.load();
    expect(board.room.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2 });
    expect(board.clock.pendingTimers).toBe(0);
  });

  it('closes although what waits brings nothing new', async () => {
    const board = await open();
    const writer = board.join('alice');
    const nothing = encodeSyncFrame('update', Uint8Array.from([0, 0]));
    writer.session.receive(nothing);
    writer.session.receive(nothing);
    await board.room.close();
    expect(writer.socket.closeReason).toBe('restarting');
  });

  it('never sends to a socket that is gone', async () => {
    const board = await open();
    const socket = new FakeSocket();
    const session = board.room.join({
      participantId: alice,
      role: 'observer',
      wantsExtras: true,
      socket,
      board: {},
    });
    if ('refused' in session) throw new Error(session.refused);
    session.leave();
    socket.takeFrames();
    board.room.announce({ title: 'Nobody hears this' });
    session.receive(encodeSyncFrame('step1', emptyStateVector));
    expect(socket.frames).toEqual([]);
  });
});

async function open(limits = {}): Promise<TestBoard> {
  const board = await TestBoard.open({ limits });
  onTestFinished(() => board.dispose());
  return board;
}

function readJson(frame: Uint8Array): unknown {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== messageType.board) return null;
  return JSON.parse(decoding.readVarString(decoder));
}
