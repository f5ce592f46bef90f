import type { BoardId } from '@common-ground/protocol';
import type { ReceiptRow, StoredWorkshop, WorkshopEntry, WorkshopStore } from '@common-ground/sync';

interface Board {
  events: string[];
  readonly privates: Map<string, string>;
  receipts: ReceiptRow[];
  effectsUpTo: number;
}

/** The workshop store kept in memory, with failures on demand. */
export class MemoryWorkshopStore implements WorkshopStore {
  readonly #boards = new Map<BoardId, Board>();
  #failures = 0;

  /** Makes a board known; nothing has happened on it. */
  createBoard(boardId: BoardId): void {
    this.#boards.set(boardId, { events: [], privates: new Map(), receipts: [], effectsUpTo: 0 });
  }

  /** Makes the next `times` calls reject. */
  failNext(times = 1): void {
    this.#failures += times;
  }

  async load(boardId: BoardId): Promise<StoredWorkshop> {
    const { events, privates, receipts, effectsUpTo } = this.#open(boardId);
    return {
      events: [...events],
      privates: [...privates].map(([id, data]) => ({ id, data })),
      receipts: [...receipts],
      effectsUpTo,
    };
  }

  async append(entry: WorkshopEntry): Promise<boolean> {
    const board = this.#open(entry.boardId);
    if (board.events.length !== entry.expectedVersion) return false;
    board.events.push(...entry.events);
    for (const { id, data } of entry.puts) board.privates.set(id, data);
    for (const id of entry.deletes) board.privates.delete(id);
    board.receipts = withReceipt(board.receipts, entry);
    return true;
  }

  async noteEffects(boardId: BoardId, version: number): Promise<void> {
    const board = this.#open(boardId);
    board.effectsUpTo = Math.max(board.effectsUpTo, version);
  }

  #open(boardId: BoardId): Board {
    if (this.#failures > 0) {
      this.#failures -= 1;
      throw new Error('The disk is full.');
    }
    const board = this.#boards.get(boardId);
    if (board === undefined) throw new Error(`There is no board ${boardId}.`);
    return board;
  }
}

function withReceipt(
  receipts: readonly ReceiptRow[],
  { receipt, keepReceipts }: WorkshopEntry,
): ReceiptRow[] {
  const isOwn = ({ participantId }: ReceiptRow): boolean => participantId === receipt.participantId;
  const own = receipts.filter((row) => isOwn(row) && row.commandId !== receipt.commandId);
  return [...receipts.filter((row) => !isOwn(row)), ...[...own, receipt].slice(-keepReceipts)];
}
