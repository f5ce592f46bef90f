import { parseRecord } from '@common-ground/board';
import { ok, type Result, type Snapshot, type SnapshotId } from '@common-ground/protocol';
import { atom, type Atom, type TLRecord, type TLSchema } from '@tldraw/tldraw';
import type { ApiError } from '../../api/ApiError.ts';
import type { SnapshotsApi } from '../../api/createHistoryApi.ts';

/** The kept moments of a board, as far as they are known. */
export type SnapshotList =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /** Newest first. */
  | { readonly kind: 'ready'; readonly snapshots: readonly Snapshot[] };

/** What is looked at instead of the board as it is now. */
export interface Look {
  readonly id: SnapshotId;
  /** `compare`: the board as it is now, with what changed since. `replay`: one moment after the other. */
  readonly mode: 'preview' | 'compare' | 'replay';
  /** The canvas at a moment: of `id`, or of the one looked at before while `isLoading`; null before there is any. */
  readonly records: readonly TLRecord[] | null;
  readonly isLoading: boolean;
  readonly error: ApiError | null;
}

/** A board that was made what it had been, until somebody puts the notice away. */
export interface Restored {
  readonly to: Snapshot;
  /** What it was before that. */
  readonly before: Snapshot;
}

/** So many opened moments are kept: a time-lapse goes back and forth over them. */
const keptContents = 80;

/** A board's past as one person looks at it. The live board goes on underneath, untouched. */
export class HistoryModel {
  readonly list: Atom<SnapshotList> = atom('snapshots', { kind: 'loading' });
  /** Null while the board is shown as it is now. */
  readonly look: Atom<Look | null> = atom('look', null);
  /** What this person restored last; null when there is nothing to say about it. */
  readonly restored: Atom<Restored | null> = atom('restored', null);
  private readonly api: SnapshotsApi;
  private readonly schema: TLSchema;
  private readonly contents = new Map<SnapshotId, Promise<Result<readonly TLRecord[], ApiError>>>();
  private isReloading = false;
  private isStale = false;

  constructor(api: SnapshotsApi, schema: TLSchema) {
    this.api = api;
    this.schema = schema;
  }

  /** Fetches the list; asked for again meanwhile, fetches it once more. A list that is there stays when that fails. */
  async reload(): Promise<void> {
    this.isStale = true;
    if (this.isReloading) return;
    this.isReloading = true;
    while (this.isStale) {
      this.isStale = false;
      const answer = await this.api.list();
      if (answer.ok) this.list.set({ kind: 'ready', snapshots: answer.value.snapshots });
      else if (this.list.get().kind !== 'ready') this.list.set({ kind: 'failed', error: answer.error });
    }
    this.isReloading = false;
  }

  /** Shows a moment instead of the board as it is now. */
  async lookAt(id: SnapshotId, mode: Look['mode']): Promise<void> {
    const shown = this.look.get();
    const isShown = shown?.id === id && shown.records !== null && !shown.isLoading && shown.error === null;
    if (isShown) {
      this.look.set({ ...shown, mode });
      return;
    }
    // Comparing with another moment than the one that was asked for would be false.
    const records = mode === 'compare' ? null : (shown?.records ?? null);
    this.look.set({ id, mode, records, isLoading: true, error: null });
    const content = await this.open(id);
    const wanted = this.look.get();
    if (wanted?.id !== id) return;
    this.look.set(
      content.ok
        ? { ...wanted, records: content.value, isLoading: false, error: null }
        : { ...wanted, isLoading: false, error: content.error },
    );
  }

  /** Back to the board as it is now. */
  backToNow(): void {
    this.look.set(null);
  }

  /** The canvas of a moment; what this browser cannot show of it is left out. */
  open(id: SnapshotId): Promise<Result<readonly TLRecord[], ApiError>> {
    const known = this.contents.get(id);
    if (known !== undefined) return known;
    const content = this.fetchContent(id);
    this.contents.set(id, content);
    const [oldest] = this.contents.keys();
    if (this.contents.size > keptContents && oldest !== undefined) this.contents.delete(oldest);
    void content.then((answer) => {
      if (!answer.ok) this.contents.delete(id);
    });
    return content;
  }

  /** Keeps the board as it is now under a name. */
  async take(name: string): Promise<Result<Snapshot, ApiError>> {
    return this.reloading(this.api.take(name));
  }

  /** Gives a moment a name. */
  async name(id: SnapshotId, name: string): Promise<Result<Snapshot, ApiError>> {
    return this.reloading(this.api.name(id, name));
  }

  /** Makes the board what it was, for everybody, and shows it as it is now. */
  async restore(to: Snapshot): Promise<Result<unknown, ApiError>> {
    const answer = await this.reloading(this.api.restore(to.id));
    if (!answer.ok) return answer;
    this.backToNow();
    this.restored.set({ to, before: answer.value.before });
    return answer;
  }

  /** Makes a new board that begins as this one was. */
  createBoard(id: SnapshotId, title: string): ReturnType<SnapshotsApi['createBoard']> {
    return this.api.createBoard(id, title);
  }

  private async reloading<T>(answer: Promise<Result<T, ApiError>>): Promise<Result<T, ApiError>> {
    const result = await answer;
    if (result.ok) void this.reload();
    return result;
  }

  private async fetchContent(id: SnapshotId): Promise<Result<readonly TLRecord[], ApiError>> {
    const answer = await this.api.open(id);
    if (!answer.ok) return answer;
    const parsed = answer.value.records.map((record) => parseRecord(this.schema, record));
    return ok(parsed.filter((record) => record.ok).map(({ value }) => value));
  }
}
