import { messageType, noticeSchema, type Notice } from '@common-ground/protocol';
import { TestBoard, type TestBoardOptions } from '@common-ground/testkit';
import * as decoding from 'lib0/decoding';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { encodeSyncFrame } from '../frames/encodeSyncFrame.ts';

const emptyStateVector = Uint8Array.from([0]);

describe('a room whose storage fails', () => {
  it('tells everybody, takes edits in without showing them, and loses none when it heals', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    const reader = await board.connect('bob');
    writer.doc.getMap('m').set('before', 1);
    await board.settle();
    board.store.failFromNowOn('append');
    for (let index = 0; index < 10; index += 1) {
      writer.doc.getMap('m').set(`key${index}`, index);
      await board.settle();
    }
    expect(board.committer.health).toMatchObject({ state: 'failing', reason: 'The disk is full.' });
    expect(reader.doc.getMap('m').toJSON()).toEqual({ before: 1 });
    expect(writer.savedCount).toBeLessThan(writer.sentEdits);
    expect(notices(reader.socket.frames)).toEqual(['storage-trouble']);
    expect(notices(board.join('carol', { wantsExtras: true }).socket.frames)).toEqual(['storage-trouble']);

    board.store.heal();
    await board.clock.advanceAsync(5_000);
    await board.settle();
    expect(reader.doc.getMap('m').size).toBe(11);
    expect(writer.savedCount).toBe(writer.sentEdits);
    expect(notices(reader.socket.frames)).toEqual(['storage-trouble', 'storage-healed']);
    expect(await storedShapes(board)).toEqual(reader.doc.getMap('m').toJSON());
  });

  it('lets newcomers read what is stored meanwhile', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    writer.doc.getMap('m').set('before', 1);
    await board.settle();
    await board.connect('bob');
    board.store.failFromNowOn('append');
    writer.doc.getMap('m').set('unsaved', 1);
    await board.settle();
    const late = await board.connect('carol');
    expect(late.doc.getMap('m').toJSON()).toEqual({ before: 1 });
  });

  it('closes who fills the queue beyond its bound; their edits come back with them', async () => {
    const board = await open({ limits: { maxQueuedBytes: 10_000 } });
    const writer = await board.connect('alice');
    board.store.failFromNowOn('append');
    for (let index = 0; index < 5; index += 1) {
      writer.doc.getMap('m').set(`${index}`, 'x'.repeat(4_000));
      await board.settle();
    }
    expect(writer.closeReason).toBe('server-trouble');
    board.store.heal();
    await board.clock.advanceAsync(5_000);
    writer.connect(board.room);
    await board.settle();
    expect(board.room.doc.getMap('m').size).toBe(5);
  });
});

describe('a room folds its log', () => {
  it('when it has grown long, with what comes later kept beside the snapshot', async () => {
    const board = await open({ limits: { foldAfterUpdates: 10 } });
    const writer = await board.connect('alice');
    for (let index = 0; index < 25; index += 1) {
      writer.doc.getMap('m').set('a', index);
      await board.settle();
    }
    expect(board.store.calls.fold).toBe(2);
    expect(board.store.logLength(board.boardId)).toBeLessThan(10);
    expect(await storedShapes(board)).toEqual({ a: 24 });
  });

  it('when it has grown as large as its snapshot', async () => {
    const board = await open({ limits: { foldAfterBytes: 5_000 } });
    const writer = await board.connect('alice');
    for (let index = 0; index < 12; index += 1) {
      writer.doc.getMap('m').set(`${index}`, 'x'.repeat(2_000));
      await board.settle();
    }
    expect(board.store.calls.fold).toBe(3);
  });

  it('tries again after a failure, but not at every edit', async () => {
    const board = await open({ limits: { foldAfterUpdates: 5 } });
    const writer = await board.connect('alice');
    board.store.failNext('fold');
    for (let index = 0; index < 14; index += 1) {
      writer.doc.getMap('m').set('a', index);
      await board.settle();
    }
    expect(board.errors.map(({ what }) => what)).toEqual(['folding the log']);
    expect(board.store.calls.fold).toBe(2);
    expect(await storedShapes(board)).toEqual({ a: 13 });
  });

  it('at the end, and closes even when that fails', async () => {
    const board = await open();
    const writer = await board.connect('alice');
    writer.doc.getMap('m').set('a', 1);
    await board.settle();
    board.store.failNext('fold');
    await board.room.close();
    expect(board.errors.map(({ what }) => what)).toEqual(['folding the log']);
    await board.load();
    await board.room.close();
    expect(board.store.logLength(board.boardId)).toBe(0);
    expect(await storedShapes(board)).toEqual({ a: 1 });
  });
});

describe('a room whose document is spoiled', () => {
  it('reads it again, closes the culprit, keeps what others wrote in the same moment, and goes on', async () => {
    const board = await open({ hooks: { onDoc: explodeOn('bomb') } });
    const honest = await board.connect('alice');
    const reader = await board.connect('bob');
    const culprit = board.join('mallory');
    honest.doc.getMap('m').set('before', 1);
    await board.settle();
    const spoiled = board.room.doc;
    honest.doc.getMap('m').set('first', 1);
    honest.send();
    honest.doc.getMap('m').set('second', 2);
    honest.send();
    culprit.session.receive(bomb());
    await board.settle();
    await board.settle();
    expect(board.room.doc).not.toBe(spoiled);
    expect(culprit.socket.closeReason).toBe('undecodable-update');
    expect(honest.isConnected).toBe(true);
    expect(board.errors.map(({ what }) => what)).toEqual(['applying an edit']);
    expect(reader.doc.getMap('m').toJSON()).toEqual({ before: 1, first: 1, second: 2 });
    expect(honest.savedCount).toBe(honest.sentEdits);
    expect(await storedShapes(board)).toEqual(board.room.doc.getMap('m').toJSON());
  });

  it('waits for the store when that fails too, and answers newcomers afterwards', async () => {
    const board = await open({ hooks: { onDoc: explodeOn('bomb') } });
    const honest = await board.connect('alice');
    honest.doc.getMap('m').set('before', 1);
    await board.settle();
    board.store.failNext('load', 2);
    board.join('mallory').session.receive(bomb());
    await board.settle();
    const late = board.join('carol');
    late.session.receive(encodeSyncFrame('step1', emptyStateVector));
    expect(late.socket.frames.filter((frame) => frame[1] === 1)).toEqual([]);
    await board.clock.advanceAsync(2_000);
    await board.settle();
    expect(late.socket.frames.filter((frame) => frame[1] === 1)).toHaveLength(1);
    expect(board.errors.map(({ what }) => what)).toEqual([
      'applying an edit',
      'rebuilding the document',
      'rebuilding the document',
    ]);
  });

  it('leaves out a batch after which an observer of the server fails again and again', async () => {
    const board = await open({ hooks: { onDoc: throwAfter('cursed') } });
    const honest = await board.connect('alice');
    const writer = await board.connect('bob');
    writer.doc.getMap('m').set('cursed', 1);
    await board.settle();
    await board.settle();
    expect(writer.closeReason).toBe('undecodable-update');
    honest.doc.getMap('m').set('fine', 1);
    await board.settle();
    expect(board.room.doc.getMap('m').toJSON()).toEqual({ fine: 1 });
  });
});

/** Stands for a fault of Yjs: makes the document throw in the middle of applying an item with this key. */
function explodeOn(key: string): (doc: Y.Doc) => void {
  return (doc) => {
    const original = doc.get.bind(doc);
    doc.get = ((name: string, type?: Parameters<Y.Doc['get']>[1]) => {
      if (name === key) throw new Error('Yjs failed.');
      return original(name, type);
    }) as Y.Doc['get'];
  };
}

/** Stands for a faulty observer of the server: throws after a transaction that set this key. */
function throwAfter(key: string): (doc: Y.Doc) => void {
  return (doc) =>
    doc.getMap('m').observe((event) => {
      if (event.keysChanged.has(key)) throw new Error('An observer failed.');
    });
}

function bomb(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('bomb').set('a', 1);
  return encodeSyncFrame('update', Y.encodeStateAsUpdate(doc));
}

async function open(options: TestBoardOptions = {}): Promise<TestBoard> {
  const board = await TestBoard.open(options);
  onTestFinished(() => board.dispose());
  return board;
}

async function storedShapes(board: TestBoard): Promise<unknown> {
  const stored = await board.store.load(board.boardId);
  const doc = new Y.Doc();
  if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot);
  for (const update of stored.updates) Y.applyUpdate(doc, update);
  return doc.getMap('m').toJSON();
}

function notices(frames: readonly Uint8Array[]): Notice['code'][] {
  return frames
    .filter((frame) => frame[0] === messageType.notice)
    .map((frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarUint(decoder);
      return noticeSchema.parse(JSON.parse(decoding.readVarString(decoder))).code;
    });
}
