import { isKeptForEver, pageCacheName } from './pageCache.ts';
// Vite makes this export of the address.
// oxlint-disable-next-line import/default
import serviceWorkerUrl from './serviceWorker.ts?worker&url';

/** Files of earlier versions beyond this many are let go. */
const maxFiles = 600;

/**
 * Makes this page open without the network from now on: registers the service worker, and keeps the files that were
 * loaded before it was there. Browsers without it, and pages over plain http on other hosts, go on without.
 */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  await navigator.serviceWorker.register(serviceWorkerUrl, { updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
  const cache = await caches.open(pageCacheName);
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter((url) => url.origin === location.origin && isKeptForEver(url));
  await Promise.all(['/', ...loaded].map((url) => keep(cache, url)));
  await letGoOfOld(cache);
}

async function keep(cache: Cache, url: string | URL): Promise<void> {
  const isPage = url === '/';
  if (!isPage && (await cache.match(url)) !== undefined) return;
  const response = await fetch(url, isPage ? { cache: 'no-cache' } : {});
  if (response.ok) await cache.put(url, response);
}

async function letGoOfOld(cache: Cache): Promise<void> {
  const requests = await cache.keys();
  const surplus = requests.slice(0, Math.max(0, requests.length - maxFiles));
  await Promise.all(surplus.map((request) => cache.delete(request)));
}
