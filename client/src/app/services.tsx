import { createContext, useContext, type ReactNode } from 'react';
import type { Fetch } from '../api/request.ts';
import type { FetchWithProgress } from '../api/xhrFetch.ts';
import type { TextStore } from '../session/TextStore.ts';

/** What pages need of the outside world. */
export interface Services {
  readonly fetch: Fetch;
  readonly fetchWithProgress: FetchWithProgress;
  readonly store: TextStore;
  /** Now, ms since 1970. */
  readonly now: () => number;
}

const ServicesContext = createContext<Services | null>(null);

/** Gives {@link Services} to the pages below. */
export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

/** The {@link Services}; throws outside of a {@link ServicesProvider}. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices stands outside of ServicesProvider');
  return services;
}
