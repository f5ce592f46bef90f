import type { BoardId } from '@common-ground/protocol';
import { expect, test } from 'vitest';
import { createTextStore } from '../session/TextStore.ts';
import { writeBoardSession } from '../session/boardSessions.ts';
import type { Fetch } from '../api/request.ts';
import { fetchNewsCount } from './fetchNewsCount.ts';

const boardId = 'board-1' as BoardId;

function browser(answer: () => Response | Promise<Response>) {
  const asked: { url: string; token: string | null }[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push({ url, token: new Headers(init.headers).get('authorization') });
    return answer();
  };
  const store = createTextStore(() => {
    throw new Error('This browser keeps nothing.');
  });
  return { fetch, store, asked };
}

function joined(services: ReturnType<typeof browser>) {
  writeBoardSession(services.store, {
    boardId,
    participantId: 'p' as never,
    token: 'token-1',
    secret: 's',
    role: 'contributor',
    name: 'Alice',
    partner: null,
  });
  return services;
}

test('counts what is new, asked for with the token that was kept at joining', async () => {
  const news = { since: 1, added: 4, changed: 2, removed: 0, decisions: 1, comments: 3 };
  const services = joined(browser(() => Response.json(news)));
  expect(await fetchNewsCount(services, boardId)).toBe(10);
  expect(services.asked).toEqual([{ url: '/api/boards/board-1/news', token: 'Bearer token-1' }]);
});

test('asks nothing of a board that this browser has not joined', async () => {
  const services = browser(() => Response.json({ added: 4 }));
  expect(await fetchNewsCount(services, boardId)).toBe(0);
  services.store.write(`common-ground/session/${boardId}`, '{"damaged');
  expect(await fetchNewsCount(services, boardId)).toBe(0);
  expect(services.asked).toEqual([]);
});

test.each([
  ['a refusal', () => Response.json({ code: 'removed', message: '' }, { status: 403 })],
  ['a proxy’s page', () => new Response('<html>')],
  ['another shape', () => Response.json({ added: 'many' })],
  ['nothing', () => Response.json(null)],
  ['no network', () => Promise.reject(new TypeError('fetch failed'))],
])('is silent about %s', async (_what, answer) => {
  expect(await fetchNewsCount(joined(browser(answer)), boardId)).toBe(0);
});
