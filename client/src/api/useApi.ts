import { useMemo } from 'react';
import { useServices } from '../app/services.tsx';
import { createApi, type Api } from './createApi.ts';

/** The server's interface for a component; it is not among the services so that the home page loads no schemas. */
export function useApi(): Api {
  const { fetch, fetchWithProgress } = useServices();
  return useMemo(() => createApi(fetch, fetchWithProgress), [fetch, fetchWithProgress]);
}
