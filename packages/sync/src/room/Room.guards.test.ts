import { messageType, type CloseReason, type ParticipantId } from '@common-ground/protocol';
import { TestBoard, type RawConnection } from '@common-ground/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeAwarenessFrame } from '../presence/awarenessCodec.ts';
import { encodeSyncFrame } from '../frames/encodeSyncFrame.ts';
import type { RoomLimits } from './RoomLimits.ts';

/** Small enough to reach in a test. */
const limits: Partial<RoomLimits> = {
  maxFrameBytes: 20_000,
  maxRecordBytes: 5_000,
  maxBoardBytes: 30_000,
  maxBufferedBytes: 10_000,
  maxAwarenessBytes: 1_000,
};
const emptyStateVector = Uint8Array.from([0]);

describe('a room is not knocked over', () => {
  let board: TestBoard;
  let mallory: RawConnection;

  beforeEach(async () => {
    board = await TestBoard.open({ limits });
    const honest = await board.connect('alice');
    await board.connect('bob');
    honest.doc.getMap('m').set('before', 1);
    await board.settle();
    mallory = board.join('mallory');
  });

  afterEach(() => board.dispose());

  it.each<[string, number[], CloseReason]>([
    ['an empty frame', [], 'undecodable-frame'],
    ['random bytes', [0, 2, 200, 7, 99, 3], 'undecodable-frame'],
    ['a number without an end', [0, 2, 255, 255, 255], 'undecodable-frame'],
    ['a length beyond the frame', [0, 2, 100, 0], 'undecodable-frame'],
    ['an unknown message', [42], 'unknown-message'],
    ['a step 1 whose state vector is none', [0, 0, 2, 9, 9], 'undecodable-frame'],
    ['an awareness update that is none', [1, 2, 9, 9], 'undecodable-frame'],
    ['an update that is none', [0, 2, 3, 1, 1, 1], 'undecodable-update'],
    ['a step 2 that is none', [0, 1, 3, 1, 1, 1], 'undecodable-update'],
  ])('closes who sends %s', async (_, bytes, reason) => {
    expect(await reactionTo(() => mallory.session.receive(Uint8Array.from(bytes)))).toEqual(
      closedFor(reason),
    );
    mallory.session.receive(update((doc) => doc.getMap('m').set('evil', 1)));
  });

  it('closes who sends a frame over the limit, whatever is in it', async () => {
    expect(await reactionTo(() => mallory.session.receive(new Uint8Array(20_001)))).toEqual(
      closedFor('frame-too-large'),
    );
  });

  it('closes who sends more frames than credit allows, and gives credit back with time', async () => {
    const frame = update(() => undefined);
    for (let second = 0; second < 3; second += 1) {
      for (let count = 0; count < 1_000; count += 1) mallory.session.receive(frame);
      await board.clock.advanceAsync(1_000);
    }
    expect(mallory.socket.closeReason).toBeNull();
    expect(
      await reactionTo(() => {
        for (let count = 0; count < 3_001; count += 1) mallory.session.receive(frame);
      }),
    ).toEqual(closedFor('too-many-frames'));
  });

  it('closes who asks for the board over and over', async () => {
    const step1 = encodeSyncFrame('step1', emptyStateVector);
    const query = Uint8Array.from([messageType.queryAwareness]);
    for (let count = 0; count < 10; count += 1) {
      mallory.session.receive(step1);
      mallory.session.receive(query);
    }
    await board.clock.advanceAsync(1_000);
    mallory.session.receive(step1);
    mallory.session.receive(query);
    expect(mallory.socket.closeReason).toBeNull();
    expect(await reactionTo(() => mallory.session.receive(step1))).toEqual(
      closedFor('too-many-sync-requests'),
    );
  });

  it('asks once for what an update lacks, and closes who cannot give it', async () => {
    const lacking = encodeSyncFrame('update', secondUpdate());
    mallory.socket.takeFrames();
    mallory.session.receive(lacking);
    mallory.session.receive(lacking);
    await board.settle();
    expect(mallory.socket.closeReason).toBeNull();
    expect(mallory.socket.frames.filter(isStep1)).toHaveLength(1);
    expect(await reactionTo(() => mallory.session.receive(encodeSyncFrame('step2', secondUpdate())))).toEqual(
      closedFor('missing-dependencies'),
    );
  });

  it('closes who goes on sending such updates and never answers', async () => {
    mallory.session.receive(encodeSyncFrame('update', secondUpdate()));
    await board.clock.advanceAsync(30_001);
    expect(
      await reactionTo(() => mallory.session.receive(encodeSyncFrame('update', secondUpdate()))),
    ).toEqual(closedFor('missing-dependencies'));
  });

  it('takes the answer of an honest client that had lost a frame, and counts it as saved', async () => {
    const carol = await board.connect('carol');
    carol.doc.getMap('m').set('first', 1);
    carol.lose();
    carol.doc.getMap('m').set('second', 2);
    carol.doc.getMap('m').set('third', 3);
    await board.settle();
    expect(board.room.doc.getMap('m').toJSON()).toMatchObject({ first: 1, second: 2, third: 3 });
    expect(carol.isConnected).toBe(true);
    expect(carol.savedCount).toBe(carol.sentEdits);
    expect(await othersGoOn()).toBe(true);
  });

  it('calls nothing saved while an edit of the client is still lacking', async () => {
    const carol = await board.connect('carol');
    const { savedCount } = carol;
    carol.doc.getMap('m').set('first', 1);
    carol.lose();
    carol.doc.getMap('m').set('second', 2);
    carol.send();
    carol.sendRaw(Uint8Array.from([0, 2, 2, 0, 0]));
    await board.clock.advanceAsync(100);
    carol.receive();
    expect(carol.savedCount).toBe(savedCount);
    await board.settle();
    expect(carol.savedCount).toBeGreaterThan(savedCount);
  });

  it('keeps nothing of structs that wait for each other', async () => {
    expect(
      await reactionTo(() => mallory.session.receive(encodeSyncFrame('update', knottedUpdate()))),
    ).toEqual(closedFor('undecodable-update'));
  });

  it('closes who writes under the client id of a participant, of the server or of somebody present', async () => {
    const [honest] = board.clients;
    expect(await reactionTo(() => mallory.session.receive(foreign(honest?.doc.clientID ?? 0)))).toEqual(
      closedFor('foreign-client-id'),
    );
    await board.room.transact((doc) => doc.getMap('m').set('server', 1));
    for (const clientId of [board.room.doc.clientID, board.clients[1]?.doc.clientID ?? 0]) {
      mallory = board.join('mallory');
      board.clients[1]?.awareness.setLocalState({ cursor: null });
      await board.settle();
      expect(await reactionTo(() => mallory.session.receive(foreign(clientId)))).toEqual(
        closedFor('foreign-client-id'),
      );
    }
  });

  it('remembers over a reload whose a client id is, and lets its participant go on with it', async () => {
    const [honest] = board.clients;
    const stored = await board.store.load(board.boardId);
    expect(new Map(stored.owners).get(honest?.doc.clientID ?? 0)).toBe('alice' as ParticipantId);
    await board.room.close();
    await board.load();
    for (const client of board.clients) client.connect(board.room);
    await board.settle();
    mallory = board.join('mallory');
    const stolen = Y.encodeStateAsUpdate(honest?.doc ?? new Y.Doc());
    await board.settle();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, stolen);
    doc.clientID = honest?.doc.clientID ?? 0;
    doc.getMap('m').set('evil', 1);
    expect(
      await reactionTo(() => mallory.session.receive(encodeSyncFrame('update', Y.encodeStateAsUpdate(doc)))),
    ).toEqual(closedFor('foreign-client-id'));
  });

  it('lets a contributor delete what others wrote', async () => {
    const carol = await board.connect('carol');
    carol.doc.getMap('m').delete('before');
    await board.settle();
    expect(board.room.doc.getMap('m').toJSON()).toEqual({});
    expect(carol.isConnected).toBe(true);
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ['a value over the limit', (doc) => doc.getMap('m').set('evil', 'x'.repeat(5_001))],
    ['a value that nests too deep', (doc) => doc.getMap('m').set('evil', nested(101))],
    ['types that nest too deep', (doc) => nestMaps(doc, 101)],
  ])('closes who writes %s', async (_, edit) => {
    expect(await reactionTo(() => mallory.session.receive(update(edit)))).toEqual(
      closedFor('record-too-large'),
    );
  });

  it('closes who fills the board beyond its size, but lets it be emptied', async () => {
    const carol = await board.connect('carol');
    for (let index = 0; index < 7; index += 1) carol.doc.getMap('big').set(`${index}`, 'x'.repeat(4_000));
    await board.settle();
    expect(carol.isConnected).toBe(true);
    expect(
      await reactionTo(() =>
        mallory.session.receive(update((doc) => doc.getMap('m').set('evil', 'x'.repeat(4_000)))),
      ),
    ).toEqual(closedFor('board-too-large'));
    for (const key of carol.doc.getMap('big').keys()) carol.doc.getMap('big').delete(key);
    await board.settle();
    await board.clock.advanceAsync(10_000);
    carol.doc.getMap('big').set('again', 'x'.repeat(4_000));
    await board.settle();
    expect(carol.isConnected).toBe(true);
    expect(board.room.doc.getMap('big').size).toBe(1);
  });

  it('lets a board be emptied that is larger than the limit is now', async () => {
    const carol = await board.connect('carol');
    for (let index = 0; index < 3; index += 1) carol.doc.getMap('big').set(`${index}`, 'x'.repeat(4_000));
    await board.settle();
    const { store } = board;
    const smaller = await TestBoard.open({ store, limits: { ...limits, maxBoardBytes: 5_000 } });
    const dave = await smaller.connect('dave');
    for (const key of dave.doc.getMap('big').keys()) dave.doc.getMap('big').delete(key);
    await smaller.settle();
    expect(dave.isConnected).toBe(true);
    expect(smaller.room.doc.getMap('big').size).toBe(0);
    await smaller.clock.advanceAsync(10_000);
    dave.doc.getMap('m').set('fits', 1);
    await smaller.settle();
    expect(smaller.room.doc.getMap('m').get('fits')).toBe(1);
    smaller.dispose();
  });

  it.each(['observer', 'commenter'] as const)(
    'ignores what a %s writes, however it is sent, and relays only their cursor',
    async (role) => {
      const observer = await board.connect('carol', { role });
      observer.doc.getMap('m').set('evil', 1);
      observer.sendRaw(encodeSyncFrame('step2', Y.encodeStateAsUpdate(observer.doc)));
      observer.sendRaw(encodeSyncFrame('update', Uint8Array.from([9, 9, 9])));
      observer.awareness.setLocalState({ cursor: [3, 4] });
      await board.settle();
      expect(observer.isConnected).toBe(true);
      expect(board.room.doc.getMap('m').has('evil')).toBe(false);
      expect(board.clients[0]?.awareness.getStates().get(observer.doc.clientID)).toMatchObject({
        pid: 'carol',
      });
    },
  );

  it('drops a cursor that is too large or somebody else’s, and closes who goes on with it', async () => {
    const large = awareness(5, JSON.stringify({ text: 'x'.repeat(1_001) }));
    mallory.session.receive(large);
    await board.settle();
    expect(board.clients[0]?.awareness.getStates().has(5)).toBe(false);
    expect(mallory.socket.closeReason).toBeNull();
    expect(
      await reactionTo(() => {
        for (let count = 0; count < 20; count += 1) mallory.session.receive(large);
      }),
    ).toEqual(closedFor('bad-awareness'));
  });

  it('cuts a client that does not read, which syncs when it comes back', async () => {
    mallory.session.receive(encodeSyncFrame('step1', emptyStateVector));
    mallory.socket.isDraining = false;
    const [honest] = board.clients;
    expect(
      await reactionTo(async () => {
        for (let index = 0; index < 5; index += 1) {
          honest?.doc.getMap('big').set('same', 'x'.repeat(4_000));
          await board.settle();
        }
      }),
    ).toEqual(closedFor('slow-reader', true));
    const back = await board.connect('mallory');
    expect(back.doc.getMap('big').get('same')).toBe('x'.repeat(4_000));
  });

  it('gives a newcomer time to take in a board that is larger than what may wait', async () => {
    const [honest] = board.clients;
    for (let index = 0; index < 5; index += 1) honest?.doc.getMap('big').set(`${index}`, 'x'.repeat(4_000));
    await board.settle();
    mallory.socket.isDraining = false;
    mallory.session.receive(encodeSyncFrame('step1', emptyStateVector));
    honest?.doc.getMap('m').set('more', 1);
    await board.settle();
    expect(mallory.socket.closeReason).toBeNull();
    expect(
      await reactionTo(() => mallory.session.receive(encodeSyncFrame('step1', emptyStateVector))),
    ).toEqual(closedFor('slow-reader'));
  });

  /** What came of something mallory did. */
  async function reactionTo(act: () => void | Promise<void>): Promise<Reaction> {
    const before = Y.encodeStateVector(board.room.doc);
    const endedBefore = board.ended.length;
    await act();
    await board.settle();
    const after = Y.encodeStateVector(board.room.doc);
    return {
      reason: mallory.socket.closeReason,
      ended: board.ended.slice(endedBefore).map(({ participantId }) => participantId),
      hasChangedBoard: before.toString() !== after.toString(),
      othersGoOn: await othersGoOn(),
    };
  }

  /** Whether alice is still connected and bob sees what she writes, and nothing evil. */
  async function othersGoOn(): Promise<boolean> {
    const [one, two] = board.clients;
    const { store } = board.room.doc;
    one?.doc.getMap('m').set('after', board.clock.now());
    await board.settle();
    const seen = two?.doc.getMap('m');
    const isPassedOn = one?.isConnected === true && seen?.get('after') === one.doc.getMap('m').get('after');
    const isClean = store.pendingStructs === null && store.pendingDs === null && board.errors.length === 0;
    return isPassedOn && isClean && seen?.has('evil') === false;
  }
});

interface Reaction {
  readonly reason: CloseReason | null;
  readonly ended: readonly ParticipantId[];
  readonly hasChangedBoard: boolean;
  readonly othersGoOn: boolean;
}

/** Mallory alone is out, and nobody else noticed. */
function closedFor(reason: CloseReason, hasChangedBoard = false): Reaction {
  return { reason, ended: ['mallory' as ParticipantId], hasChangedBoard, othersGoOn: true };
}

function update(edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  edit(doc);
  return encodeSyncFrame('update', Y.encodeStateAsUpdate(doc));
}

/** An update under somebody's client id, longer than what that client wrote so far. */
function foreign(clientId: number): Uint8Array {
  return update((doc) => {
    doc.clientID = clientId;
    for (let index = 0; index < 5; index += 1) doc.getMap('m').set('evil', index);
  });
}

/** The second of two updates of a client; it cannot be applied without the first. */
function secondUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('m').set('evil', 1);
  const first = Y.encodeStateVector(doc);
  doc.getMap('m').set('evil', 2);
  return Y.encodeStateAsUpdate(doc, first);
}

/** Two clients' structs, each of which builds on a later one of the other: fine one by one, impossible together. */
function knottedUpdate(): Uint8Array {
  const first = [2, 2, 0, ...letterBehind(1, 1), ...letterBehind(1, 0)];
  const second = [2, 1, 0, ...letterBehind(2, 1), ...letterBehind(2, 0)];
  return Uint8Array.from([2, ...first, ...second, 0]);
}

/** A text item `x` with an origin. */
function letterBehind(originClient: number, originClock: number): number[] {
  return [4 | 128, originClient, originClock, 1, 120];
}

function awareness(clientId: number, json: string): Uint8Array {
  return encodeAwarenessFrame([{ clientId, clock: 1, json }]);
}

function isStep1(frame: Uint8Array): boolean {
  return frame[0] === 0 && frame[1] === 0;
}

function nested(depth: number): unknown[] {
  let value: unknown[] = [];
  for (let level = 1; level < depth; level += 1) value = [value];
  return value;
}

function nestMaps(doc: Y.Doc, depth: number): void {
  let map = doc.getMap('root');
  for (let level = 0; level < depth; level += 1) {
    const inner = new Y.Map<unknown>();
    map.set('inner', inner);
    map = inner;
  }
}
