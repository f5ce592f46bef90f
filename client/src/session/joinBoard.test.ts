import type { ApiErrorCode, BoardId, ParticipantId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { createApi } from '../api/createApi.ts';
import { readBoardSession, writeBoardSession, type BoardSession } from './boardSessions.ts';
import { admit, joinBoard } from './joinBoard.ts';
import { readLastPerson } from './lastPerson.ts';
import { createTextStore } from './TextStore.ts';

const boardId = 'board-1' as BoardId;
const session: BoardSession = {
  boardId,
  participantId: 'alice' as ParticipantId,
  token: 'old-token',
  secret: 'link-secret',
  role: 'contributor',
  name: 'Alice',
  partner: { name: 'North' },
};

describe('joining', () => {
  it('remembers the session and the person', async () => {
    const server = fakeServer({ join: joined('new-token') });
    const answer = await joinBoard(
      server,
      { boardId, secret: 'link-secret' },
      {
        name: 'Alice',
        partner: { name: 'North' },
      },
    );
    expect(answer).toEqual({ ok: true, value: { ...session, token: 'new-token' } });
    expect(readBoardSession(server.store, boardId)?.token).toBe('new-token');
    expect(readLastPerson(server.store)).toEqual({ name: 'Alice', partnerName: 'North' });
  });

  it('remembers nothing when the link is refused', async () => {
    const server = fakeServer({ join: refusal('link_revoked') });
    const answer = await joinBoard(
      server,
      { boardId, secret: 'link-secret' },
      { name: 'Alice', partner: null },
    );
    expect(answer).toEqual({ ok: false, error: { kind: 'refused', code: 'link_revoked', fields: [] } });
    expect(readBoardSession(server.store, boardId)).toBeNull();
  });
});

describe('admission to a board', () => {
  it('is a ticket for the remembered token', async () => {
    const server = fakeServer({ ticket: ticketFor('old-token') });
    expect(await admit(server, session)).toEqual({ ok: true, value: { session, ticket: 'ticket-1' } });
  });

  it('is had again by the remembered link when the token is no longer good', async () => {
    const server = fakeServer({ join: joined('new-token'), ticket: ticketFor('new-token') });
    writeBoardSession(server.store, session);
    const renewed = { ...session, token: 'new-token' };
    expect(await admit(server, session)).toEqual({
      ok: true,
      value: { session: renewed, ticket: 'ticket-1' },
    });
    expect(readBoardSession(server.store, boardId)).toEqual(renewed);
  });

  it('ends, and the session is forgotten, when the link is not good either', async () => {
    const server = fakeServer({ join: refusal('link_revoked'), ticket: ticketFor('another-token') });
    writeBoardSession(server.store, session);
    expect(await admit(server, session)).toMatchObject({ ok: false, error: { code: 'link_revoked' } });
    expect(readBoardSession(server.store, boardId)).toBeNull();
  });

  it('is not had again by somebody who was removed', async () => {
    const server = fakeServer({ join: joined('new-token'), ticket: refusal('removed') });
    writeBoardSession(server.store, session);
    expect(await admit(server, session)).toMatchObject({ ok: false, error: { code: 'removed' } });
    expect(server.calls).toEqual(['ticket']);
    expect(readBoardSession(server.store, boardId)).toEqual(session);
  });

  it('keeps the session when the network is away while joining again', async () => {
    const server = fakeServer({ ticket: ticketFor('another-token') });
    writeBoardSession(server.store, session);
    expect(await admit(server, session)).toEqual({ ok: false, error: { kind: 'network' } });
    expect(readBoardSession(server.store, boardId)).toEqual(session);
  });
});

type Route = (headers: Headers) => Response;

function joined(token: string): Route {
  return () => Response.json({ participantId: 'alice', role: 'contributor', token });
}

function ticketFor(goodToken: string): Route {
  return (headers) =>
    headers.get('authorization') === `Bearer ${goodToken}`
      ? Response.json({ ticket: 'ticket-1', expiresInMs: 30_000 })
      : refusal('token_invalid')(headers);
}

function refusal(code: ApiErrorCode): Route {
  return () => Response.json({ code, message: 'no' }, { status: 403 });
}

/** A server with these routes; the others cannot be reached. */
function fakeServer(routes: Record<string, Route>) {
  const calls: string[] = [];
  const memory = new Map<string, string>();
  const storage = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, text: string) => void memory.set(key, text),
    removeItem: (key: string) => void memory.delete(key),
  } as unknown as Storage;
  const api = createApi(async (url, init) => {
    const route = url.split('/').at(-1) ?? '';
    calls.push(route);
    const answer = routes[route];
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer(new Headers(init.headers));
  });
  return { api, store: createTextStore(() => storage), calls };
}
