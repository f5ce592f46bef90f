import { guardMeta, repairBoard } from '@common-ground/board';
import type { BoardId, CloseReason } from '@common-ground/protocol';
import type { Room, RoomHooks, TransactionOrigin } from '@common-ground/sync';
import type { FastifyBaseLogger } from 'fastify';
import { boardSchema } from './prepareBoard.ts';

/** Reasons that are part of a good day, and no line in the log. */
const ordinary = new Set<CloseReason>([
  'restarting',
  'link-revoked',
  'link-withdrawn',
  'removed',
  'role-changed',
]);

/** What the server does about what happens in a board's room: write it down, and tidy up when everybody has left. */
export function roomHooks(boardId: BoardId, room: () => Room | null, log: FastifyBaseLogger): RoomHooks {
  // Since the board was last tidied up. Without this, coming and going alone could keep the server busy.
  let isChanged = false;
  const report = (what: string) => (error: unknown) => log.error({ err: error, boardId }, what);
  return {
    onDoc: (doc) => {
      doc.on('update', () => {
        isChanged = true;
      });
      guardMeta(doc, isServers, (putBack) => {
        log.warn({ boardId }, 'a client wrote into the meta of the board; it is put back');
        void room()?.transact(putBack, 'migration').catch(report('meta not put back'));
      });
    },
    onSessionEnd: (_session, reason, detail) => {
      if (reason !== null && !ordinary.has(reason))
        log.info({ boardId, reason, detail }, 'connection closed');
    },
    onError: (error, what) => log.error({ err: error, boardId, what }, 'trouble with a board'),
    onEmpty: () => {
      const left = room();
      if (left === null || !isChanged) return;
      isChanged = false;
      void tidy(left).catch(report('not tidied up'));
    },
  };
}

/** Whether the server itself made a transaction: at loading, for a launch, a repair or a workshop. */
function isServers(origin: unknown): boolean {
  return (origin as TransactionOrigin | null)?.source !== 'remote';
}

/**
 * Writes down what every reader of a damaged document decides anyway. Reading a large board takes a while, so it is done when
 * nobody waits for anything.
 */
async function tidy(room: Room): Promise<void> {
  await room.transact((doc) => repairBoard(doc, boardSchema), 'migration');
}
