import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createBoardSchema, plainTextOf, RecordReader, openBoard } from '@common-ground/board';
import { widgets } from '@common-ground/templates';
import type { TLNoteShape, TLRecord } from '@tldraw/tlschema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { secretOf, Visitor, call } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

const program = join(import.meta.dirname, '../../examples/two-clients/twoClients.mjs');
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
    const boardId = new URL(link).pathname.split('/').at(-1) ?? '';
    const joined = await call(server, `/api/boards/${boardId}/join`, {
      json: { secret: secretOf(link), name: 'Carol' },
    });
    const carol = new Visitor(server, boardId as Visitor['boardId'], joined.body as unknown as Visitor);
    const client = await YClient.open(carol);
    const reader = new RecordReader(openBoard(client.doc), createBoardSchema(widgets));
    const notes = reader.readAll().put.filter(isNote);
    expect([...reader.faults]).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ x: 100, y: 100, parentId: 'page:page', props: { color: 'blue' } });
    expect(notes.map(({ props }) => plainTextOf(props.richText))).toEqual(['Hello from Alice']);
    client.close();
  });

  it('says what the server says when something is wrong', async () => {
    await expect(run(process.execPath, [program, `${server.url}/nowhere`, '--no-wait'])).rejects.toThrow(
      'There is nothing at this address.',
    );
  });
});

function isNote(record: TLRecord): record is TLNoteShape {
  return record.typeName === 'shape' && record.type === 'note';
}
