import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createBoardSchema, plainTextOf, RecordReader, openBoard } from '@common-ground/board';
import { parseBoardId } from '@common-ground/protocol';
import { widgets } from '@common-ground/templates';
import type { TLNoteShape, TLRecord } from '@tldraw/tlschema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { Visitor } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'examples/two-clients/twoClients.mjs');
const run = promisify(execFile);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('examples/two-clients', () => {
  it('writes a note that another client sees, and that is a note for Common Ground too', async () => {
    const { stdout } = await run(process.execPath, [program, server.url, '--no-wait']);
    expect(stdout).toContain('Bob sees: Hello from Alice');

    const link = /The board: (\S+)/.exec(stdout)?.[1] ?? '';
    const { faults, notes } = await readNotes(link);
    expect(faults).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ x: 100, y: 100, parentId: 'page:page', props: { color: 'blue' } });
    expect(notes.map(({ props }) => plainTextOf(props.richText))).toEqual(['Hello from Alice']);
  });

  it('says what the server says when something is wrong', async () => {
    await expect(run(process.execPath, [program, `${server.url}/nowhere`, '--no-wait'])).rejects.toThrow(
      'There is nothing at this address.',
    );
  });
});

describe('the first example of docs/PROTOCOL.md', () => {
  it('runs as it stands there, and writes a note', async () => {
    const page = await readFile(join(root, 'docs/PROTOCOL.md'), 'utf8');
    const code = (/^```js\n(.*?)^```/ms.exec(page)?.[1] ?? '')
      .replaceAll('http://localhost:3000', server.url)
      .replaceAll('ws://localhost:3000', server.url.replace('http', 'ws'));
    const imports = "import * as Y from 'yjs'; import { WebsocketProvider } from 'y-websocket';";
    const whole = `${imports}\n${code}\nconsole.log(links.observer);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', whole], {
      cwd: dirname(program),
    });
    const link = await new Promise<string>((resolve) => {
      child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    });
    const { faults, notes } = await readNotes(link);
    expect(faults).toEqual([]);
    expect(notes.map(({ props }) => plainTextOf(props.richText))).toEqual(['Hello']);
    child.kill();
  });
});

/** What Common Ground's own reader makes of the board behind a link, as soon as there is a note. */
async function readNotes(
  link: string,
): Promise<{ notes: readonly TLNoteShape[]; faults: readonly unknown[] }> {
  const boardId = parseBoardId(new URL(link).pathname.split('/').at(-1));
  if (boardId === null) throw new Error(`There is no board in ${link}`);
  const links = { facilitator: link, contributor: link, commenter: link, observer: link };
  const client = await YClient.open(await Visitor.join(server, { boardId, links }, 'observer'));
  await client.until((doc) => doc.getMap('shapes').size > 0);
  const reader = new RecordReader(openBoard(client.doc), createBoardSchema(widgets));
  const notes = reader.readAll().put.filter(isNote);
  client.close();
  return { notes, faults: [...reader.faults] };
}

function isNote(record: TLRecord): record is TLNoteShape {
  return record.typeName === 'shape' && record.type === 'note';
}
