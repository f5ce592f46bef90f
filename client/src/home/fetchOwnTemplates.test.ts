import { expect, test } from 'vitest';
import { fetchOwnTemplates } from './fetchOwnTemplates.ts';

test('hands on what the server keeps', async () => {
  const asked: string[] = [];
  const answered = await fetchOwnTemplates(async (url) => {
    asked.push(url);
    return Response.json({ templates: [{ id: 'own-1' }, 'damaged'] });
  });
  expect(answered).toEqual([{ id: 'own-1' }, 'damaged']);
  expect(asked).toEqual(['/api/templates/own']);
});

test.each([
  ['a refusal', () => Response.json({ code: 'not_found', message: '' }, { status: 404 })],
  ['a proxy’s page', () => new Response('<html>')],
  ['another shape', () => Response.json({ templates: 'many' })],
  ['nothing', () => Response.json(null)],
  ['no network', () => Promise.reject(new TypeError('fetch failed'))],
])('has none for %s', async (_what, answer) => {
  expect(await fetchOwnTemplates(async () => answer())).toEqual([]);
});
