import type { TestServer } from './startServer.ts';
import type { Visitor } from './visit.ts';

/**
 * All that somebody can get from the server by asking, as one text. The ways are taken from the server's own description, so
 * that a new one is asked too: every GET of the interface, each thing that a list names, and every address that an answer holds.
 */
export async function everyAnswer(server: Pick<TestServer, 'url'>, visitor: Visitor): Promise<string> {
  const described = (await (await fetch(`${server.url}/api/docs/json`)).json()) as Described;
  const paths = Object.entries(described.paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => path.replace('{boardId}', visitor.boardId));
  const answers = new Map<string, string>();
  for (const path of paths.filter((one) => !one.includes('{')))
    answers.set(path, await textOf(server, visitor, path));
  for (const path of paths) {
    const list = /^(.*)\/\{\w+\}$/.exec(path)?.[1];
    for (const id of idsIn(answers.get(list ?? '') ?? ''))
      answers.set(`${list}/${id}`, await textOf(server, visitor, `${list}/${id}`));
  }
  const texts = [...answers.values()];
  const addresses = new Set(texts.join('\n').match(/https?:\/\/[^\s"<>\\]+/g) ?? []);
  for (const address of addresses) {
    const { origin, pathname, search } = new URL(address);
    if (origin === server.url) texts.push(await textOf(server, visitor, pathname + search));
  }
  return texts.join('\n');
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

async function textOf(server: Pick<TestServer, 'url'>, visitor: Visitor, path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { authorization: `Bearer ${visitor.token}` } });
  return answer.text();
}

/** The ids of the things in an answer, whatever the list is called. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/"id":"([\w-]+)"/g)].map(([, id]) => id ?? '');
}
