import { closeReasons, limits, messageType, protocolVersion } from '@common-ground/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from './support/frames.ts';
import { RawSocket } from './support/RawSocket.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

let server: TestServer;
let board: CreatedBoard;
let alice: Visitor;
let bob: Visitor;
beforeAll(async () => {
  server = await startTestServer({ config: { allowedOrigins: ['https://intranet.example.org'] } });
});
afterAll(() => server.close());
beforeEach(async () => {
  board = await createBoard(server);
  alice = await Visitor.join(server, board, 'contributor', { name: 'Alice', partner: 'Acme' });
  bob = await Visitor.join(server, board, 'contributor', { name: 'Bob' });
});

function putNote(doc: Y.Doc, id = 'shape:n'): void {
  doc.getMap<Y.Map<unknown>>('shapes').set(id, new Y.Map([['b', { type: 'note' }]]));
}

function hasNote(doc: Y.Doc, id = 'shape:n'): boolean {
  return doc.getMap('shapes').has(id);
}

describe('opening the websocket', () => {
  it('works with a ticket, once', async () => {
    const address = await alice.syncAddress();
    const socket = await RawSocket.open(address);
    await expect(RawSocket.open(address)).rejects.toMatchObject({ status: 401 });
    socket.close();
  });

  it.each([
    ['no ticket', ''],
    ['an empty ticket', '?ticket='],
    ['a made-up ticket', '?ticket=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['two tickets', '?ticket=a&ticket=b'],
  ])('is refused with %s', async (_what, query) => {
    const address = `${server.syncUrl}/${board.boardId}${query}`;
    await expect(RawSocket.open(address)).rejects.toMatchObject({ status: 401 });
  });

  it('is refused with the ticket of another board', async () => {
    const other = await createBoard(server);
    const address = `${server.syncUrl}/${other.boardId}?ticket=${await alice.ticket()}`;
    await expect(RawSocket.open(address)).rejects.toMatchObject({ status: 401 });
  });

  it('is refused with a participant token in place of a ticket', async () => {
    const address = `${server.syncUrl}/${board.boardId}?ticket=${alice.token}`;
    await expect(RawSocket.open(address)).rejects.toMatchObject({ status: 401 });
  });

  it.each(['..%2F..%2Fetc', '%2E%2E', 'a.b', 'x'.repeat(65), 'caf%C3%A9'])(
    'is answered with 404 at the board id %s',
    async (boardId) => {
      const address = `${server.syncUrl}/${boardId}?ticket=${await alice.ticket()}`;
      await expect(RawSocket.open(address)).rejects.toMatchObject({ status: 404 });
    },
  );

  it.each(['/sync', '/sync/', '/api/boards', '/', '/healthz'])('is answered with 404 at %s', async (path) => {
    const address = `${server.url.replace('http', 'ws')}${path}?ticket=${await alice.ticket()}`;
    await expect(RawSocket.open(address)).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    'null',
    'https://evil.example',
    'http://localhost.evil.example',
    'https://intranet.example.org.evil.example',
  ])('is refused to a page of the origin %s, and its ticket stays good', async (origin) => {
    const address = await alice.syncAddress();
    await expect(RawSocket.open(address, { headers: { origin } })).rejects.toMatchObject({ status: 403 });
    (await RawSocket.open(address)).close();
  });

  it('works for pages of the server itself and of origins that were allowed', async () => {
    for (const origin of [server.url, 'https://intranet.example.org']) {
      const socket = await RawSocket.open(await alice.syncAddress(), { headers: { origin } });
      expect(socket.ws.readyState).toBe(socket.ws.OPEN);
      socket.close();
    }
  });

  it('is closed again for a client of another version, with a reason it can show', async () => {
    const socket = await RawSocket.open(await alice.syncAddress({ v: '99' }));
    expect(await socket.closed).toEqual({ code: 4400, reason: 'client-too-old' });
  });
});

describe('a connection', () => {
  it('tells a client of ours the whole board first, and changes later', async () => {
    const socket = await RawSocket.open(await alice.syncAddress({ v: String(protocolVersion) }));
    await socket.until(({ messages }) => messages.length > 0);
    expect(socket.messages[0]).toMatchObject({
      type: 'board',
      change: {
        title: 'A board',
        partners: [{ name: 'Acme' }],
        participants: [{ name: 'Alice' }, { name: 'Bob' }],
        you: { participantId: alice.participantId, role: 'contributor' },
      },
    });
    const more = { name: 'Fay', partner: 'Borealis' };
    const facilitator = await Visitor.join(server, board, 'facilitator', more);
    await facilitator.call('', { method: 'PATCH', json: { title: 'New title' } });
    await facilitator.call('/me', { method: 'PATCH', json: { name: 'Faye' } });
    const changes = () =>
      socket.messages.flatMap((message) => (message.type === 'board' ? [message.change] : [])).slice(1);
    await socket.until(() => changes().length === 4);
    expect(changes()).toMatchObject([
      { partners: [{ name: 'Acme' }, { name: 'Borealis' }] },
      { participants: [{ name: 'Fay', role: 'facilitator' }] },
      { title: 'New title' },
      { participants: [{ name: 'Faye' }] },
    ]);
    socket.close();
  });

  it('sends a plain y-websocket client nothing but sync and awareness', async () => {
    const socket = await RawSocket.open(await alice.syncAddress());
    const others = await RawSocket.open(await bob.syncAddress());
    socket.send(step1Frame());
    const doc = new Y.Doc();
    socket.send(awarenessFrame(doc, { cursor: [1, 2] }));
    socket.send(updateFrame(putNote));
    others.send(step1Frame());
    await others.until(({ frames }) => frames.length >= 3);
    await socket.until(({ frames }) => frames.length >= 3);
    const types = new Set([...socket.frames, ...others.frames].map(([type]) => type));
    expect([...types].every((type) => type === messageType.sync || type === messageType.awareness)).toBe(
      true,
    );
    socket.close();
    others.close();
  });

  it('says when edits are saved, to those who asked', async () => {
    const socket = await RawSocket.open(await alice.syncAddress({ v: String(protocolVersion) }));
    socket.send(step1Frame());
    socket.send(updateFrame((doc) => putNote(doc, 'shape:one')));
    socket.send(updateFrame((doc) => putNote(doc, 'shape:two')));
    const counts = () =>
      socket.messages.flatMap((message) => (message.type === 'saved' ? [message.count] : []));
    await socket.until(() => counts().at(-1) === 2);
    expect(counts()).toEqual(counts().toSorted((a, b) => a - b));
    socket.close();
  });

  it('holds what arrives while the board is being loaded', async () => {
    await server.restart();
    const address = await alice.syncAddress();
    const socket = await RawSocket.open(address);
    socket.send(updateFrame(putNote));
    socket.send(step1Frame());
    const client = await YClient.open(bob);
    await client.until(hasNote);
    expect(hasNote(client.doc)).toBe(true);
    client.close();
    socket.close();
  });

  it('closes on too much of it', async () => {
    const address = await alice.syncAddress();
    const socket = await RawSocket.open(address);
    for (let count = 0; count < limits.frameBurst + 500; count += 1)
      socket.send([messageType.queryAwareness]);
    const { code, reason } = await socket.closed;
    expect(code).toBe(1008);
    expect(['too-many-frames', 'too-many-sync-requests']).toContain(reason);
  });

  it.each([
    ['an unknown message', [77], 'unknown-message'],
    ['one of our own messages from the wrong side', [messageType.board, 2, 123, 125], 'unknown-message'],
    ['an unknown sync message', [messageType.sync, 9], 'unknown-message'],
    ['an empty frame', [], 'undecodable-frame'],
    ['a number that never ends', Array.from({ length: 30 }, () => 255), 'undecodable-frame'],
    ['a length beyond the frame', [messageType.sync, 2, 255, 255, 255, 127, 1], 'undecodable-frame'],
    ['an update of random bytes', [messageType.sync, 2, 4, 200, 100, 50, 25], 'undecodable-update'],
    ['bytes behind the message', [messageType.queryAwareness, 1], 'undecodable-frame'],
  ] as const)('is closed with a named reason for %s, and harms nobody else', async (_what, frame, reason) => {
    const witness = await YClient.open(bob);
    const socket = await RawSocket.open(await alice.syncAddress());
    socket.send(step1Frame());
    socket.send(frame);
    expect(await socket.closed).toEqual({ code: closeReasons[reason].code, reason });
    const other = await YClient.open(await Visitor.join(server, board, 'contributor'));
    putNote(other.doc);
    await witness.until(hasNote);
    expect(witness.provider.wsconnected).toBe(true);
    witness.close();
    other.close();
  });

  it('is closed for a text frame', async () => {
    const socket = await RawSocket.open(await alice.syncAddress());
    socket.ws.send('hello');
    expect(await socket.closed).toEqual({ code: 1003, reason: 'text-frame' });
  });

  it('is closed for a frame over the limit before it is all there', async () => {
    const socket = await RawSocket.open(await alice.syncAddress());
    socket.ws.send(new Uint8Array(limits.maxFrameBytes + 1));
    expect((await socket.closed).code).toBe(1009);
  });

  it('takes a frame at the limit', async () => {
    const socket = await RawSocket.open(await alice.syncAddress({ v: String(protocolVersion) }));
    socket.send(step1Frame());
    const notes = Math.floor(limits.maxFrameBytes / 200_000);
    const large = updateFrame((doc) => {
      for (let count = 0; count < notes; count += 1) {
        doc.getMap('records').set(`asset:${count}`, { src: 'x'.repeat(200_000) });
      }
    });
    expect(large.byteLength).toBeLessThanOrEqual(limits.maxFrameBytes);
    socket.send(large);
    await socket.until(({ messages }) => messages.some(({ type }) => type === 'saved'));
    expect(socket.ws.readyState).toBe(socket.ws.OPEN);
    socket.close();
  });

  it('shows others where somebody is, under the name the server knows', async () => {
    const socket = await RawSocket.open(await alice.syncAddress());
    const witness = await YClient.open(bob);
    const doc = new Y.Doc();
    socket.send(awarenessFrame(doc, { cursor: [1, 2], pid: bob.participantId }));
    await new Promise<void>((resolve) => {
      witness.provider.awareness.on('change', () => {
        if (witness.provider.awareness.getStates().has(doc.clientID)) resolve();
      });
    });
    expect(witness.provider.awareness.getStates().get(doc.clientID)).toMatchObject({
      pid: alice.participantId,
    });
    witness.close();
    socket.close();
  });
});

describe.each(['observer', 'commenter'] as const)('somebody with the %s link', (role) => {
  it('sees everything and changes nothing, by whatever frame', async () => {
    const observer = await Visitor.join(server, board, role);
    const socket = await RawSocket.open(await observer.syncAddress({ v: String(protocolVersion) }));
    socket.send(step1Frame());
    socket.send(updateFrame((doc) => putNote(doc, 'shape:update')));
    socket.send(step2Frame((doc) => putNote(doc, 'shape:step2')));
    const contributor = await YClient.open(alice);
    putNote(contributor.doc, 'shape:allowed');
    const reader = await YClient.open(observer);
    await reader.until((doc) => hasNote(doc, 'shape:allowed'));
    const late = await YClient.open(bob);
    for (const { doc } of [contributor, reader, late]) {
      expect([...doc.getMap('shapes').keys()]).toEqual(['shape:allowed']);
    }
    expect(socket.messages.some(({ type }) => type === 'saved')).toBe(false);
    for (const one of [contributor, reader, late, socket]) one.close();
  });
});

describe('a board that is full', () => {
  it('closes newcomers with a reason; those inside keep working', async () => {
    const small = await startTestServer({ config: { limits: { ...limits, maxConnectionsPerBoard: 2 } } });
    const own = await createBoard(small);
    const [one, two, three] = [
      await Visitor.join(small, own, 'contributor'),
      await Visitor.join(small, own, 'contributor'),
      await Visitor.join(small, own, 'contributor'),
    ];
    const lateAddress = await three.syncAddress();
    const first = await YClient.open(one);
    const second = await YClient.open(two);
    const late = await RawSocket.open(lateAddress);
    expect(await late.closed).toEqual({ code: 1013, reason: 'board-busy' });
    putNote(first.doc);
    await second.until(hasNote);
    first.close();
    second.close();
    await small.close();
  });
});
