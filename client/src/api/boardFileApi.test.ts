import type { BoardId } from '@common-ground/protocol';
import { expect, it } from 'vitest';
import { fetchBoardFile, sendBoardFile } from './boardFileApi.ts';

const boardId = 'board-1' as BoardId;

it('fetches a board as a file, as who one is', async () => {
  const sent: { url: string; init: RequestInit }[] = [];
  const answer = await fetchBoardFile(
    async (url, init) => {
      sent.push({ url, init });
      return new Response('zip');
    },
    { boardId, token: 'token-1' },
  );
  expect(answer.ok && (await answer.value.text())).toBe('zip');
  expect(sent[0]?.url).toBe('/api/boards/board-1/file');
  expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe('Bearer token-1');
});

it('tells a refusal from a server that is away', async () => {
  const session = { boardId, token: 'token-1' };
  const refused = Response.json({ code: 'role_insufficient', message: 'No.' }, { status: 403 });
  expect(await fetchBoardFile(async () => refused, session)).toMatchObject({
    ok: false,
    error: { kind: 'refused', code: 'role_insufficient' },
  });
  const away = fetchBoardFile(async () => Promise.reject(new TypeError('away')), session);
  expect(await away).toEqual({ ok: false, error: { kind: 'network' } });
});

it('sends a file as an archive, whatever the browser takes it for', async () => {
  const sent: RequestInit[] = [];
  await sendBoardFile(
    async (_url, init) => {
      sent.push(init);
      return Response.json({});
    },
    new Blob(['zip'], { type: 'application/x-zip-compressed' }),
  );
  expect(new Headers(sent[0]?.headers).get('content-type')).toBe('application/zip');
});
