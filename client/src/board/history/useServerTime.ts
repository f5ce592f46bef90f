import { useServices } from '../../app/services.tsx';
import type { BoardConnection } from '../connection/BoardConnection.ts';

/** Tells the server's time, ms since 1970, as far as it is known; the device's own before. */
export function useServerTime({ workshop }: BoardConnection): () => number {
  const { now } = useServices();
  return () => workshop.serverNow() || now();
}
