import {
  boardChangeSchema,
  type BoardChange,
  type BoardId,
  type ParticipantId,
} from '@common-ground/protocol';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

const infoKey = 'info';
const unsavedKey = 'unsaved';

/** What a copy tells of the board besides its document. */
export interface CopiedBoard {
  /** Title, people and one's own role as the server last told them; null when it never did. */
  readonly info: BoardChange | null;
  /** Whether edits in the copy may not have reached the server. */
  readonly hasUnsaved: boolean;
}

/**
 * A board as this browser keeps it, so that it opens without the network and loses nothing written meanwhile. One
 * copy a participant: edits come back under the Yjs ids of whoever made them.
 */
export class OfflineCopy {
  private readonly persistence: IndexeddbPersistence;

  constructor(boardId: BoardId, participantId: ParticipantId, doc: Y.Doc) {
    this.persistence = new IndexeddbPersistence(`common-ground/${boardId}/${participantId}`, doc);
  }

  /** Puts what was kept into the document. Rejects when the browser keeps nothing (private windows, full disk). */
  async load(): Promise<CopiedBoard> {
    await this.persistence.whenSynced;
    const [info, unsaved] = await Promise.all([
      this.persistence.get(infoKey) as Promise<unknown>,
      this.persistence.get(unsavedKey) as Promise<unknown>,
    ]);
    return { info: parseInfo(info), hasUnsaved: unsaved === 1 };
  }

  /** Whether a transaction of the document is the copy being read. */
  isOwn(origin: unknown): boolean {
    return origin === this.persistence;
  }

  /** Keeps what the server tells of the board. */
  keepInfo(info: BoardChange): void {
    void this.keep(infoKey, JSON.stringify(info));
  }

  /** Keeps whether there are edits the server does not have. */
  keepUnsaved(hasUnsaved: boolean): void {
    void this.keep(unsavedKey, hasUnsaved ? 1 : 0);
  }

  /** Removes the copy from this browser: the person has no access any more. */
  async drop(): Promise<void> {
    await this.persistence.clearData();
  }

  /** Stops keeping; what is kept stays. */
  async close(): Promise<void> {
    await this.persistence.destroy();
  }

  private async keep(key: string, value: string | number): Promise<void> {
    try {
      await this.persistence.set(key, value);
    } catch {
      // Without the browser's storage there is no copy, and the board works as well as without one.
    }
  }
}

function parseInfo(value: unknown): BoardChange | null {
  if (typeof value !== 'string') return null;
  try {
    return boardChangeSchema.parse(JSON.parse(value));
  } catch {
    return null;
  }
}
