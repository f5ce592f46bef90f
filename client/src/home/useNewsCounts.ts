import type { BoardId } from '@common-ground/protocol';
import { useEffect, useState } from 'react';
import { useServices } from '../app/services.tsx';
import { fetchNewsCount } from './fetchNewsCount.ts';

/** So many boards are asked about at a time: nobody waits for it, and a server may hold many boards. */
const atOnce = 2;

/** How much is new on each board, as the answers come in; boards with nothing new, or no answer, are missing. */
export function useNewsCounts(boardIds: readonly BoardId[]): ReadonlyMap<BoardId, number> {
  const services = useServices();
  const [counts, setCounts] = useState<ReadonlyMap<BoardId, number>>(new Map());
  const wanted = boardIds.join(' ');
  useEffect(() => {
    const waiting = wanted === '' ? [] : (wanted.split(' ') as BoardId[]);
    const left = new AbortController();
    const askOn = async (): Promise<void> => {
      const boardId = waiting.shift();
      if (boardId === undefined || left.signal.aborted) return;
      const count = await fetchNewsCount(services, boardId);
      if (count > 0 && !left.signal.aborted) setCounts((before) => new Map(before).set(boardId, count));
      await askOn();
    };
    for (let asking = 0; asking < atOnce; asking += 1) void askOn();
    return () => left.abort();
  }, [services, wanted]);
  return counts;
}
