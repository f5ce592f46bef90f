import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { RawSocket } from './support/RawSocket.ts';
import { step1Frame, updateFrame } from './support/frames.ts';
import { png } from './support/images.ts';
import { startTestServer } from './support/startServer.ts';
import { anonymous, jump, partnersOwn, startCommand, write } from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { call, createBoard, secretOf, Visitor } from './support/visit.ts';

it('nothing that people wrote and nothing that opens a board is in the log, at any level', async () => {
  const log = new Lines();
  const server = await startTestServer({ logTo: log, config: { logLevel: 'trace' } });
  const board = await createBoard(server, { title: 'Title-of-board', partners: ['Name-of-partner'] });
  const more = { name: 'Name-of-person', partner: 'Name-of-newcomer' };
  const alice = await Visitor.join(server, board, 'facilitator', more);
  const ticket = await alice.ticket();
  const address = `${server.syncUrl}/${board.boardId}?ticket=${ticket}`;
  const socket = await RawSocket.open(address);
  socket.send(step1Frame());
  socket.send(updateFrame((doc) => doc.getMap('records').set('asset:x', { name: 'Text-on-canvas' })));
  await expect(RawSocket.open(address)).rejects.toThrow('401');
  await expect(
    RawSocket.open(`${server.url.replace('http', 'ws')}/api/boards?ticket=${ticket}`),
  ).rejects.toThrow('404');
  const writer = await WorkshopClient.connect(alice);
  await writer.do(startCommand);
  await writer.do(jump('arrive', 'gather'));
  await writer.do(write('gather', anonymous, ['Text-in-draft'], 'Text-of-id'));
  await writer.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
  await writer.do(jump('gather', 'ours'));
  await writer.do(write('ours', partnersOwn, ['Text-never-revealed'], 'Text-of-other'));
  writer.close();
  await alice.call('/assets', { bytes: png(2, 2), headers: { 'x-name': 'Name-of-file' } });
  await alice.call('', { method: 'PATCH', json: { title: 'Title-of-later', nonsense: 'Nonsense-in-body' } });
  await call(server, '/api/boards', { json: { title: ['Title-of-mistake'] } });
  await call(server, '/api/boards', {
    bytes: new TextEncoder().encode('{"title": Broken-body'),
    headers: { 'content-type': 'application/json' },
  });
  await call(server, `/api/boards/${board.boardId}/join`, {
    json: { secret: 'Secret-that-is-wrong', name: 'Mallory' },
  });
  await call(server, `/anything?query=Secret-in-query`);
  socket.ws.send('Text-frame');
  await socket.closed;
  await server.close();

  const written = log.text;
  const secrets = [...Object.values(board.links).map(secretOf), alice.token, ticket];
  const named = ['Title-of', 'Name-of', 'Text-', 'Nonsense', 'Broken', 'Secret-', 'Mallory'];
  expect([...secrets, ...named].filter((word) => written.includes(word))).toEqual([]);
  expect(written).toContain('/api/boards');
  expect(written).toContain('text-frame');
});

/** Keeps what is written to it. */
class Lines extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
