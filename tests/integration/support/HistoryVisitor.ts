import { TestCanvas } from '@common-ground/board/testing';
import {
  newsResponse,
  removalsResponse,
  restoreResponse,
  snapshotContentResponse,
  snapshotSchema,
  snapshotsResponse,
  type CommandId,
  type News,
  type Removal,
  type Role,
  type Snapshot,
} from '@common-ground/protocol';
import type { TLRecord } from '@tldraw/tlschema';
import { boardSchema } from './boardSchema.ts';
import { Visitor, type Answer, type CreatedBoard } from './visit.ts';
import { YClient } from './YClient.ts';

/** Somebody with a canvas, over a stock y-websocket client, who looks at the board's history. */
export class HistoryVisitor {
  readonly visitor: Visitor;
  readonly client: YClient;
  readonly canvas: TestCanvas;
  #commands = 0;

  static async join(
    server: Visitor['server'],
    board: CreatedBoard,
    role: Role,
    name: string = role,
  ): Promise<HistoryVisitor> {
    return HistoryVisitor.connect(await Visitor.join(server, board, role, { name }));
  }

  static async connect(visitor: Visitor): Promise<HistoryVisitor> {
    return new HistoryVisitor(visitor, await YClient.open(visitor));
  }

  private constructor(visitor: Visitor, client: YClient) {
    this.visitor = visitor;
    this.client = client;
    this.canvas = new TestCanvas(visitor.participantId, { doc: client.doc, schema: boardSchema });
  }

  /** Waits until this person sees the records satisfy the condition. */
  async sees(condition: (records: readonly TLRecord[]) => boolean): Promise<void> {
    await this.client.until(() => {
      this.canvas.looks();
      return condition(this.canvas.records());
    });
  }

  /** Waits until everybody sees the same. */
  async meets(others: readonly HistoryVisitor[]): Promise<void> {
    const all = [this, ...others];
    const isSame = (): boolean => {
      for (const { canvas } of all) canvas.looks();
      return all.every(({ canvas }) => sameRecords(canvas.records(), this.canvas.records()));
    };
    await Promise.race(all.map(({ client }) => client.until(isSame)));
  }

  /** Waits until the server has everything this person did: until somebody who comes now is shown it. */
  async saved(): Promise<void> {
    const reader = await HistoryVisitor.connect(this.visitor);
    await this.meets([reader]);
    reader.close();
  }

  /** Waits until the server has noticed that this person is gone, and what others do is news; answers when they went, in ms. */
  async leftAt(): Promise<number> {
    for (;;) {
      // While they are here, they have seen everything up to now.
      const askedAt = Date.now();
      const { since } = await this.news();
      if (since !== null && since < askedAt) return since;
    }
  }

  async snapshots(): Promise<readonly Snapshot[]> {
    return snapshotsResponse.parse(await this.#ok('/snapshots')).snapshots;
  }

  /** Waits until a moment was kept for this reason. */
  async kept(reason: Snapshot['reason']): Promise<Snapshot> {
    for (;;) {
      const found = (await this.snapshots()).find((snapshot) => snapshot.reason === reason);
      if (found !== undefined) return found;
    }
  }

  async keeps(name: string): Promise<Snapshot> {
    await this.saved();
    const json = { name, commandId: this.newCommandId() };
    return snapshotSchema.parse(await this.#ok('/snapshots', { json }));
  }

  async opens({ id }: Snapshot): Promise<{ records: readonly TLRecord[]; workshop: unknown }> {
    const content = snapshotContentResponse.parse(await this.#ok(`/snapshots/${id}`));
    return { records: content.records as TLRecord[], workshop: content.workshop };
  }

  async restores({ id }: Snapshot, commandId = this.newCommandId()): Promise<Snapshot> {
    return restoreResponse.parse(await this.#ok(`/snapshots/${id}/restore`, { json: { commandId } })).before;
  }

  async removals(since = 0): Promise<readonly Removal[]> {
    return removalsResponse.parse(await this.#ok(`/removals?since=${since}`)).removals;
  }

  async news(): Promise<News> {
    return newsResponse.parse(await this.#ok('/news'));
  }

  newCommandId(): CommandId {
    this.#commands += 1;
    return `${this.visitor.participantId}-${this.#commands}` as CommandId;
  }

  close(): void {
    this.client.close();
  }

  async #ok(path: string, call: Parameters<Visitor['call']>[1] = {}): Promise<Answer['body']> {
    const { status, body } = await this.visitor.call(path, call);
    if (status >= 300) throw new Error(`${path} was refused: ${JSON.stringify(body)}`);
    return body;
  }
}

/** Whether two canvases hold the same. */
export function sameRecords(one: readonly TLRecord[], other: readonly TLRecord[]): boolean {
  return sortedJson(one) === sortedJson(other);
}

/** Records in one order, with the keys of each in one order. */
export function sortedJson(records: readonly TLRecord[]): string {
  return JSON.stringify(records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(ordered));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}
