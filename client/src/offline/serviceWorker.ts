import { pageCacheName, isKeptForEver } from './pageCache.ts';

/*
 * Lets the page itself open without the network. Hashed files never change, so the copy is as good as the server's;
 * the page is asked for first and taken from the copy when no answer comes.
 */

const worker = self as unknown as ServiceWorker;

/** The part of a service worker's global scope that is used here; its own types exclude those of pages. */
interface ServiceWorker {
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

interface ExtendableEvent {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(pageFirstFromServer(request));
  else if (isKeptForEver(new URL(request.url))) event.respondWith(fileFirstFromCopy(request));
});

async function pageFirstFromServer(request: Request): Promise<Response> {
  const cache = await caches.open(pageCacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put('/', response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match('/');
    if (kept === undefined) throw error;
    return kept;
  }
}

async function fileFirstFromCopy(request: Request): Promise<Response> {
  const cache = await caches.open(pageCacheName);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
