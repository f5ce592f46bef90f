import { useEffect, useState } from 'react';
import { useWorkshopTools } from '../WorkshopContext.tsx';

/** The server's time, ms, anew whenever a whole second before the deadline begins; null stands still. */
export function useServerNow(deadlineAt: number | null): number {
  const { client } = useWorkshopTools();
  const [now, setNow] = useState(() => client.serverNow());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const tick = () => {
      const serverNow = client.serverNow();
      setNow(serverNow);
      if (deadlineAt === null || serverNow >= deadlineAt) return;
      const toNextSecond = (deadlineAt - serverNow) % 1000;
      // A little late, so that the second that has begun is not shown twice.
      timer = setTimeout(tick, (toNextSecond === 0 ? 1000 : toNextSecond) + 5);
    };
    tick();
    return () => {
      if (timer !== null) clearTimeout(timer);
    };
  }, [client, deadlineAt]);
  return now;
}
