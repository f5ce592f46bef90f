import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { wordsOf, type CanvasContent } from '@common-ground/board';
import type { BoardId } from '@common-ground/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { exportBoard, importBoard } from '../archive/boardFiles.ts';
import { openData, type DataAccess } from '../cli/DataAccess.ts';
import { runCommand } from '../cli/runCommand.ts';
import { readStored } from '../history/historyTasks.ts';
import { unpackSnapshot } from '../history/SnapshotContent.ts';
import { readWorkshop } from '../workshop/workshopRows.ts';

/*
 * One board, made by the same people in the same way on servers of three versions, as each left it on disk: the first
 * with workshops (database 3), the last and the first on either side of the change that made a text one line of
 * characters (protocol 1 and 2). These files are kept for ever and never made anew; a later form adds one.
 */
const earlier = ['database-3', 'database-8-text-1', 'database-8-text-2'] as const;

type TLRecord = CanvasContent['records'][number];
type TLShape = Extract<TLRecord, { typeName: 'shape' }>;

const opened: DataAccess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const data of opened.splice(0)) data.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function serve(): Promise<void> {
  return Promise.reject(new Error('Nobody asked for a server.'));
}

/** A data folder with a database as that version left it. */
function folderOf(name: (typeof earlier)[number]): string {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
  folders.push(folder);
  const packed = readFileSync(new URL(`./fixtures/${name}.db.gz`, import.meta.url));
  writeFileSync(join(folder, 'common-ground.db'), gunzipSync(packed));
  writeFileSync(join(folder, 'server.key'), new Uint8Array(32));
  return folder;
}

async function open(name: (typeof earlier)[number]): Promise<{ data: DataAccess; boardId: BoardId }> {
  const data = openData(folderOf(name));
  opened.push(data);
  const [board] = await data.stores.archives.list();
  if (board === undefined) throw new Error('There is no board in it.');
  return { data, boardId: board.id };
}

/** Everything of a board but its canvas; of its kept moments what is known of them. */
async function tablesOf({ stores }: DataAccess, boardId: BoardId): Promise<unknown> {
  const board = await stores.archives.read(boardId);
  const moments = board?.snapshots.map(({ record: { commandId: _c, upToSeq: _u, ...known } }) => known);
  return { ...board, snapshots: moments };
}

async function canvasOf({ stores }: DataAccess, boardId: BoardId): Promise<CanvasContent> {
  return readStored(await stores.canvases.load(boardId));
}

function byId({ records }: CanvasContent): readonly TLRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function shapeSaying(records: readonly TLRecord[], words: string): TLShape {
  const found = records.find((record) => record.typeName === 'shape' && wordsOf(record) === words);
  if (found?.typeName !== 'shape') throw new Error(`Nothing says “${words}”.`);
  return found;
}

const words = [
  'Clean water for all',
  'First line\nSecond line',
  'Inside a frame',
  'Grouped one',
  'Grouped two',
  'Meetings start late',
  'Nobody answers the phone',
  'Walking the site together',
  'The last note',
];

describe.each(earlier)('a board stored by %s', (name) => {
  test('is sound, and goes into a file and out of it as it is', async () => {
    const folder = folderOf(name);
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    const code = await runCommand({ args: ['check', '--data', folder], env: {}, print, warn: print, serve });
    expect([code, lines]).toEqual([0, ['Boards: 1. Faults: 0.']]);

    const { data, boardId } = await open(name);
    const file = await exportBoard(data.files, boardId);
    const copy = await importBoard(data.files, file ?? new Uint8Array());
    const [there, here] = [await tablesOf(data, copy.boardId), await tablesOf(data, boardId)];
    expect(there).toEqual(here);
    const [before, after] = [await canvasOf(data, boardId), await canvasOf(data, copy.boardId)];
    expect(byId(after)).toEqual(byId(before));
  });

  test('shows every word where it stood', async () => {
    const { data, boardId } = await open(name);
    const { records, setAside } = await canvasOf(data, boardId);
    expect(setAside).toEqual([]);
    for (const said of words) shapeSaying(records, said);
    expect(
      records.filter((record) => 'type' in record && record.type === 'responsibility-matrix'),
    ).toHaveLength(1);
    expect(records.map(wordsOf)).not.toContain('Deleted again');

    const water = shapeSaying(records, 'Clean water for all');
    expect(water).toMatchObject({ x: -650, y: 40, type: 'note' });
    const [first] = (water.props as { richText: { content: { content: unknown[] }[] } }).richText.content;
    expect(first?.content).toEqual([
      { type: 'text', marks: [{ type: 'bold' }], text: 'Clean' },
      { type: 'text', text: ' water for all' },
    ]);
    const lines = shapeSaying(records, 'First line\nSecond line');
    expect(lines.props).toMatchObject({ color: 'light-blue' });
    const bound = records.filter((record) => record.typeName === 'binding').map(({ toId }) => toId);
    expect(bound.toSorted()).toEqual([water.id, lines.id].toSorted());
    const [one, two] = [shapeSaying(records, 'Grouped one'), shapeSaying(records, 'Grouped two')];
    expect([one.parentId, records.find(({ id }) => id === one.parentId)]).toMatchObject([
      two.parentId,
      { type: 'group' },
    ]);
    const revealed = shapeSaying(records, 'Walking the site together');
    expect(records.find(({ id }) => id === revealed.parentId)).toMatchObject({ type: 'frame' });
  });

  test('has its people, its workshop and what that left', async () => {
    const { data, boardId } = await open(name);
    const board = await data.stores.archives.read(boardId);
    expect(board).toMatchObject({
      title: 'A year of wells',
      partners: [{ name: 'North' }, { name: 'South' }],
    });
    expect(board?.participants.map(({ name: person, role }) => `${person}: ${role}`).toSorted()).toEqual([
      'Alice: contributor',
      'Bob: contributor',
      'Fay: facilitator',
      'Olga: observer',
    ]);
    const alice = board?.participants.find((person) => person.name === 'Alice');
    const { records } = await canvasOf(data, boardId);
    expect(shapeSaying(records, 'Walking the site together').meta).toMatchObject({ createdBy: alice?.id });
    expect(shapeSaying(records, 'Meetings start late').meta).not.toHaveProperty('createdBy');

    const { state, privates } = readWorkshop(await data.stores.workshops.load(boardId)).workshop;
    expect(state.agenda).toMatchObject({ phase: 'running', currentKey: 'vote', title: 'Looking back' });
    expect(state.outcomes).toMatchObject({
      decisions: [{ text: 'We share the wells.' }],
      actions: [{ what: 'Write to the council', owner: 'Bob', due: '2027-02-01', status: 'open' }],
      followUpOn: '2027-03-01',
    });
    expect(JSON.stringify(state.ballots)).toContain(shapeSaying(records, 'Clean water for all').id);
    expect(state.signatures.agreements).toMatchObject([
      { title: 'Sharing the wells', signatures: [{ participantId: alice?.id }] },
    ]);
    expect(privates.drafts.map(({ text }) => text)).toEqual(['Unrevealed words of South']);
  });
});

describe.each(earlier.slice(1))('a board stored by %s', (name) => {
  test('has its comments, its kept moments and its webhooks', async () => {
    const { data, boardId } = await open(name);
    const [thread] = await data.stores.comments.list(boardId);
    expect(thread?.comments.map(({ text }) => text)).toEqual(['Who pays for this?', 'The council.']);
    expect(thread?.resolved).not.toBeNull();
    expect(thread?.place.shape?.words).toBe('Clean water for all');
    expect(await data.stores.webhooks.list(boardId)).toMatchObject([{ url: 'https://hooks.example/board' }]);
    const snapshots = (await data.stores.archives.read(boardId))?.snapshots ?? [];
    expect(snapshots.map(({ record }) => record.reason)).toEqual(expect.arrayContaining(['step', 'named']));
    const agreed = snapshots.find(({ record }) => record.name === 'As agreed');
    const content = await unpackSnapshot(agreed?.content ?? new Uint8Array());
    if (!content.ok) throw new Error(content.error);
    for (const said of words.slice(0, -1)) shapeSaying(content.value.canvas.records, said);
    expect(content.value.workshop?.decisions).toMatchObject([{ text: 'We share the wells.' }]);
  });
});
