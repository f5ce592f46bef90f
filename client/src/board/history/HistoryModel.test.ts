import { createBoardSchema } from '@common-ground/board';
import { TestCanvas } from '@common-ground/board/testing';
import { fail, ok, type Snapshot, type SnapshotId } from '@common-ground/protocol';
import { describe, expect, test } from 'vitest';
import type { SnapshotsApi } from '../../api/createHistoryApi.ts';
import { HistoryModel } from './HistoryModel.ts';

function snapshot(id: string, more: Partial<Snapshot> = {}): Snapshot {
  return {
    id: id as SnapshotId,
    at: 1_000,
    kind: 'automatic',
    reason: 'interval',
    by: null,
    people: [],
    noteCount: 1,
    ...more,
  };
}

/** A server whose answers wait until the test gives them. */
class FakeSnapshots implements SnapshotsApi {
  snapshots: Snapshot[] = [snapshot('a'), snapshot('b')];
  isAway = false;
  opened: string[] = [];
  private readonly waiting: (() => void)[] = [];

  async list() {
    return this.isAway ? fail({ kind: 'network' as const }) : ok({ snapshots: this.snapshots });
  }

  async open(id: SnapshotId) {
    this.opened.push(id);
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.isAway) return fail({ kind: 'network' as const });
    const canvas = new TestCanvas('somebody');
    canvas.writes(`as in ${id}`);
    const records = [...canvas.records(), { id: 'shape:bad', typeName: 'shape', type: 'from the future' }];
    return ok({ snapshot: snapshot(id), records, workshop: null });
  }

  async take(name: string) {
    this.snapshots = [snapshot('named', { name, kind: 'named', reason: 'named' }), ...this.snapshots];
    return ok(snapshot('named'));
  }

  async name(id: SnapshotId, name: string) {
    this.snapshots = this.snapshots.map((one) => (one.id === id ? { ...one, name } : one));
    return ok(snapshot(id, { name }));
  }

  async restore() {
    return this.isAway ? fail({ kind: 'network' as const }) : ok({ before: snapshot('before') });
  }

  async createBoard() {
    return fail({ kind: 'network' as const });
  }

  /** Gives every answer that waits. */
  async answers(): Promise<void> {
    for (const resolve of this.waiting.splice(0)) resolve();
    // The answer passes through several promises before it is shown.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
}

function history() {
  const server = new FakeSnapshots();
  return { server, model: new HistoryModel(server, createBoardSchema([])) };
}

const a = 'a' as SnapshotId;
const b = 'b' as SnapshotId;

describe('a board’s past', () => {
  test('the list is loading, then there', async () => {
    const { model } = history();
    expect(model.list.get()).toEqual({ kind: 'loading' });
    await model.reload();
    expect(model.list.get()).toMatchObject({ kind: 'ready', snapshots: [{ id: 'a' }, { id: 'b' }] });
  });

  test('a first list that does not come is told of; one that is there stays', async () => {
    const { server, model } = history();
    server.isAway = true;
    await model.reload();
    expect(model.list.get()).toEqual({ kind: 'failed', error: { kind: 'network' } });
    server.isAway = false;
    await model.reload();
    server.isAway = true;
    await model.reload();
    expect(model.list.get().kind).toBe('ready');
  });

  test('a moment is shown without what this browser cannot show', async () => {
    const { server, model } = history();
    const shown = model.lookAt(a, 'preview');
    expect(model.look.get()).toMatchObject({ id: 'a', isLoading: true, records: null });
    await server.answers();
    await shown;
    const look = model.look.get();
    expect(look).toMatchObject({ isLoading: false, error: null });
    expect(look?.records?.map(({ id }) => id)).not.toContain('shape:bad');
    expect(look?.records?.filter(({ typeName }) => typeName === 'shape')).toHaveLength(1);
  });

  test('of two moments opened one after the other the later one is shown', async () => {
    const { server, model } = history();
    void model.lookAt(a, 'preview');
    void model.lookAt(b, 'preview');
    await server.answers();
    expect(model.look.get()).toMatchObject({ id: 'b', isLoading: false });
    expect(JSON.stringify(model.look.get()?.records)).toContain('as in b');
  });

  test('whoever has gone back to now stays there', async () => {
    const { server, model } = history();
    void model.lookAt(a, 'preview');
    model.backToNow();
    await server.answers();
    expect(model.look.get()).toBeNull();
  });

  test('a moment is fetched once, and again after a failure', async () => {
    const { server, model } = history();
    server.isAway = true;
    void model.lookAt(a, 'preview');
    await server.answers();
    expect(model.look.get()).toMatchObject({ error: { kind: 'network' }, isLoading: false });
    server.isAway = false;
    void model.lookAt(a, 'preview');
    await server.answers();
    void model.lookAt(a, 'compare');
    expect(model.look.get()).toMatchObject({ mode: 'compare', isLoading: false, error: null });
    expect(server.opened).toEqual(['a', 'a']);
  });

  test('what is compared is never another moment than the one that was asked for', async () => {
    const { server, model } = history();
    void model.lookAt(a, 'preview');
    await server.answers();
    void model.lookAt(b, 'replay');
    expect(model.look.get()?.records).not.toBeNull();
    void model.lookAt(a, 'preview');
    model.backToNow();
    void model.lookAt(a, 'preview');
    await server.answers();
    void model.lookAt('c' as SnapshotId, 'compare');
    expect(model.look.get()).toMatchObject({ id: 'c', records: null, isLoading: true });
  });

  test('naming and taking bring the list up to date', async () => {
    const { model } = history();
    await model.reload();
    await model.take('Before lunch');
    await model.name(b, 'The start');
    await model.reload();
    expect(model.list.get()).toMatchObject({
      snapshots: [{ name: 'Before lunch' }, { id: 'a' }, { name: 'The start' }],
    });
  });

  test('after a restore the board is shown as it is now, with the way back', async () => {
    const { server, model } = history();
    void model.lookAt(a, 'preview');
    await server.answers();
    await model.restore(snapshot('a'));
    expect(model.look.get()).toBeNull();
    expect(model.restored.get()).toMatchObject({ to: { id: 'a' }, before: { id: 'before' } });
  });

  test('a restore that fails changes nothing of what is shown', async () => {
    const { server, model } = history();
    void model.lookAt(a, 'preview');
    await server.answers();
    server.isAway = true;
    expect(await model.restore(snapshot('a'))).toEqual({ ok: false, error: { kind: 'network' } });
    expect(model.look.get()).not.toBeNull();
    expect(model.restored.get()).toBeNull();
  });
});
