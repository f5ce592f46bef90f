import type { PartnerId } from '@common-ground/protocol';
import type { MechanicView, WorkshopView } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { createTextStore, type TextStore } from '../../../session/TextStore.ts';
import { FakeServer } from '../testing/FakeServer.ts';
import { WidgetDrafts } from './WidgetDrafts.ts';

type Draft = {
  readonly draftId: string;
  readonly rev: number;
  readonly part: string;
  readonly values: object;
};

const you = { participantId: 'anna', role: 'contributor', partnerId: 'north' as PartnerId };
const mode = {
  kind: 'private',
  scope: 'partner',
  reveal: 'named',
  revealBy: 'all',
  sectionKeys: [],
  into: 'widget',
};

const shown = {
  stepKey: 'view',
  canWrite: true,
  writerCount: 0,
  expectedCount: 2,
  partnerCounts: { written: 0, expected: 2 },
  writerIds: null,
  lanesWaiting: [],
  reveals: [],
};
const reveal = { all: true, partnerId: null, noteCount: 1, writerCount: 1, silentPartnerIds: [] };

/** A view in which the matrix is being filled in unseen, with these drafts of Anna's partner. */
function viewOf(drafts: readonly Draft[], step: object = {}, who: object = {}): Partial<WorkshopView> {
  const steps = [{ key: 'view', title: 'Our own view', instruction: 'Fill it in.', minutes: 5, mode }];
  const yours = drafts.map(({ draftId, rev, part, values }) => ({
    draftId,
    rev,
    stepKey: 'view',
    sectionKey: part,
    text: JSON.stringify({ shapeId: 'shape:m', values }),
    authorId: 'anna',
  })) as unknown as MechanicView<'drafts'>['yours'];
  return {
    you: { ...you, ...who },
    agenda: {
      phase: 'running',
      run: 1,
      title: 'Who does what',
      templateId: null,
      steps,
      startedAt: 0,
      currentKey: 'view',
      enteredAt: 0,
      openUntil: null,
    },
    drafts: { yours, steps: [{ ...shown, ...step }] },
  } as unknown as Partial<WorkshopView>;
}

function writer(...drafts: readonly Draft[]) {
  return writerAt(device(), viewOf(drafts));
}

/** A browser that keeps what is written into it. */
function device(): TextStore {
  return createTextStore(() => {
    throw new Error('no storage');
  });
}

/** @param view what the server shows at once; null while it cannot be reached */
function writerAt(store: TextStore, view: Partial<WorkshopView> | null) {
  const server = new FakeServer();
  if (view === null) server.client.view.set(null);
  let count = 0;
  const own = new WidgetDrafts(server.client, () => `d${(count += 1)}`, {
    store,
    storeKey: 'views',
    shownKey: 'shown',
  });
  if (view !== null) server.shows(view);
  own.start();
  const write = (part: string, values: Record<string, string>) =>
    own.writing.get()?.write({ shapeId: 'shape:m', part, values });
  const row = (part: string) => own.writing.get()?.parts.get('shape:m')?.get(part);
  return { server, own, write, row };
}

const textOf = (values: object) => JSON.stringify({ shapeId: 'shape:m', values });

describe('filling in a widget unseen', () => {
  it('shows a value at once, sends it, and goes on when the server shows it', async () => {
    const { server, write, row } = writer();
    write('row1', { a: 'A' });
    expect(row('row1')).toEqual({ a: 'A' });
    expect(server.last).toMatchObject({
      type: 'drafts.write',
      sectionKey: 'row1',
      drafts: [{ text: textOf({ a: 'A' }) }],
    });
    write('row1', { b: 'R' });
    expect(server.commands).toHaveLength(1);
    await server.accepts();
    server.shows(viewOf([{ draftId: 'd1', rev: 0, part: 'row1', values: { a: 'A' } }]));
    expect(server.last).toEqual({
      type: 'drafts.edit',
      draftId: 'd1',
      rev: 0,
      text: textOf({ a: 'A', b: 'R' }),
    });
    expect(row('row1')).toEqual({ a: 'A', b: 'R' });
  });

  it('lays its values over those of a colleague who was faster', async () => {
    const { server, write, row } = writer({ draftId: 'd9', rev: 3, part: 'row1', values: { a: 'A' } });
    write('row1', { b: 'R' });
    await server.refuses('draft-changed');
    server.shows(viewOf([{ draftId: 'd9', rev: 4, part: 'row1', values: { a: 'C', c: 'I' } }]));
    expect(row('row1')).toEqual({ a: 'C', b: 'R', c: 'I' });
    expect(server.last).toEqual({
      type: 'drafts.edit',
      draftId: 'd9',
      rev: 4,
      text: textOf({ a: 'C', c: 'I', b: 'R' }),
    });
    expect(server.client.refusals.get()).toEqual([]);
  });

  it('takes a part out when its last value is emptied', () => {
    const { server, write } = writer({ draftId: 'd9', rev: 3, part: 'row1', values: { a: 'A' } });
    write('row1', { a: '' });
    expect(server.last).toEqual({ type: 'drafts.delete', draftIds: ['d9'] });
  });

  it('gives up what the server will not take, and says so', async () => {
    const { server, write, row } = writer();
    write('row1', { a: 'A' });
    await server.refuses('already-revealed');
    expect(row('row1')).toBeUndefined();
    expect(server.client.refusals.get()).toHaveLength(1);
  });

  it('keeps what has not arrived, and sends it after a reload', async () => {
    const store = device();
    const before = writerAt(store, viewOf([]));
    before.server.client.disconnected();
    before.write('row1', { a: 'A' });
    before.write('row2', { b: 'R' });
    expect(before.own.writing.get()?.waitingParts).toBe(2);

    const { server, own, row } = writerAt(store, viewOf([]));
    expect(row('row1')).toEqual({ a: 'A' });
    expect(server.commands.map(({ command }) => command)).toMatchObject([
      { type: 'drafts.write', sectionKey: 'row1' },
      { type: 'drafts.write', sectionKey: 'row2' },
    ]);
    expect(own.writing.get()?.waitingParts).toBe(0);
    await server.accepts(0);
    await server.accepts(1);
    server.shows(
      viewOf([
        { draftId: 'd1', rev: 0, part: 'row1', values: { a: 'A' } },
        { draftId: 'd2', rev: 0, part: 'row2', values: { b: 'R' } },
      ]),
    );
    expect(store.read('views')).toBeNull();
  });

  it('shows after a reload what the server had, before it can be reached, and takes more', () => {
    const store = device();
    const before = writerAt(store, viewOf([{ draftId: 'd9', rev: 0, part: 'row1', values: { a: 'A' } }]));
    before.server.client.disconnected();
    before.write('row1', { b: 'R' });

    const { server, write, row, own } = writerAt(store, null);
    expect(row('row1')).toEqual({ a: 'A', b: 'R' });
    write('row2', { a: 'C' });
    expect(row('row2')).toEqual({ a: 'C' });
    expect(server.commands).toEqual([]);
    server.shows(viewOf([{ draftId: 'd9', rev: 0, part: 'row1', values: { a: 'A' } }]));
    expect(server.commands.map(({ command }) => command)).toMatchObject([
      { type: 'drafts.edit', text: textOf({ a: 'A', b: 'R' }) },
      { type: 'drafts.write', sectionKey: 'row2' },
    ]);

    server.shows(viewOf([], { canWrite: false, reveals: [reveal] }));
    expect(own.writing.get()).toBeNull();
    expect(store.read('shown')).toBeNull();
  });

  it('says that what was kept came too late when the views were revealed meanwhile', () => {
    const store = device();
    const before = writerAt(store, viewOf([]));
    before.server.client.disconnected();
    before.write('row1', { a: 'A' });
    before.write('row2', { a: 'A' });
    const { server } = writerAt(store, viewOf([], { canWrite: false, reveals: [reveal] }));
    expect(server.commands).toEqual([]);
    expect(server.client.refusals.get()).toHaveLength(1);
    expect(store.read('views')).toBeNull();
  });

  it('does not carry a view over to another partner', () => {
    const store = device();
    const before = writerAt(store, viewOf([]));
    before.server.client.disconnected();
    before.write('row1', { a: 'A' });
    const { server, row } = writerAt(store, viewOf([], {}, { partnerId: 'south' }));
    expect(row('row1')).toBeUndefined();
    expect(server.commands).toEqual([]);
    expect(store.read('views')).toBeNull();
  });

  it('is over after the reveal, and not for somebody without a partner', () => {
    const { server, own } = writer();
    server.shows(viewOf([], {}, { partnerId: null }));
    expect(own.writing.get()?.canWrite).toBe(false);
    server.shows(viewOf([], { canWrite: false, reveals: [reveal] }));
    expect(own.writing.get()).toBeNull();
  });
});
