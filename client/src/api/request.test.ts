import { apiErrors, type ApiErrorCode, type BoardId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { isRefusal } from './ApiError.ts';
import { createApi } from './createApi.ts';

const boardId = 'board-1' as BoardId;

describe('the client of the HTTP interface', () => {
  it('sends JSON with the token and reads the answer', async () => {
    const sent: { url: string; init: RequestInit }[] = [];
    const api = createApi(async (url, init) => {
      sent.push({ url, init });
      return Response.json({ ticket: 'abc', expiresInMs: 30_000 });
    });
    expect(await api.ticket(boardId, 'token-1')).toEqual({
      ok: true,
      value: { ticket: 'abc', expiresInMs: 30_000 },
    });
    expect(sent[0]?.url).toBe('/api/boards/board-1/ticket');
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe('Bearer token-1');
  });

  it('sends an image as it is, under its own type', async () => {
    const sent: RequestInit[] = [];
    const api = createApi(async (_url, init) => {
      sent.push(init);
      return Response.json({ assetId: 'a.png', mimeType: 'image/png', w: 1, h: 1, bytes: 3 });
    });
    const image = new Blob(['png'], { type: 'image/png' });
    await api.uploadAsset(boardId, 'token-1', image);
    expect(sent[0]?.body).toBe(image);
    expect(new Headers(sent[0]?.headers).get('content-type')).toBe('image/png');
  });

  it('needs no body where success has none', async () => {
    const api = createApi(async () => new Response(null, { status: 204 }));
    expect(await api.renameBoard(boardId, 'token-1', 'New')).toEqual({ ok: true, value: undefined });
  });

  it.each(Object.keys(apiErrors) as ApiErrorCode[])('reads the refusal %s', async (code) => {
    const { status, message } = apiErrors[code];
    const api = createApi(async () => Response.json({ code, message }, { status }));
    const answer = await api.links(boardId, 'token-1');
    expect(answer).toEqual({ ok: false, error: { kind: 'refused', code, fields: [] } });
    expect(!answer.ok && isRefusal(answer.error, code)).toBe(true);
  });

  it('tells which fields a request was refused for', async () => {
    const fields = [{ path: 'title', message: 'too long' }];
    const body = { code: 'invalid_request', message: 'no', fields };
    const api = createApi(async () => Response.json(body, { status: 400 }));
    expect(await api.createBoard({ title: 'x', partners: [] })).toEqual({
      ok: false,
      error: { kind: 'refused', code: 'invalid_request', fields },
    });
  });

  it('tells a network that is away from a server that refuses', async () => {
    const away = createApi(async () => {
      throw new TypeError('fetch failed');
    });
    expect(await away.invitation(boardId, { secret: 's' })).toEqual({
      ok: false,
      error: { kind: 'network' },
    });
  });

  it.each([502, 504])('takes a gateway that answers %i for a server that is away', async (status) => {
    const api = createApi(async () => new Response('<html>Bad gateway</html>', { status }));
    expect(await api.invitation(boardId, { secret: 's' })).toEqual({ ok: false, error: { kind: 'network' } });
  });

  it('does not take the page of a proxy for an answer', async () => {
    const api = createApi(async () => new Response('<html>Sign in to the guest network</html>'));
    expect(await api.invitation(boardId, { secret: 's' })).toEqual({
      ok: false,
      error: { kind: 'unreadable', status: 200 },
    });
  });

  it('does not take an answer of another shape for one', async () => {
    const api = createApi(async () => Response.json({ title: 7 }));
    expect(await api.invitation(boardId, { secret: 's' })).toEqual({
      ok: false,
      error: { kind: 'unreadable', status: 200 },
    });
  });
});
