import type { Fetch } from './request.ts';

/** A {@link Fetch} that tells how much of the body has been sent, as a part from 0 to 1. */
export type FetchWithProgress = (onProgress: (sentPart: number) => void) => Fetch;

/** Sends by XMLHttpRequest: `fetch` does not tell how far an upload is. Rejects as `fetch` does when no answer comes. */
export const xhrFetch: FetchWithProgress = (onProgress) => (url, init) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? 'GET', url);
    request.responseType = 'blob';
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => resolve(responseOf(request)));
    for (const end of ['error', 'abort', 'timeout']) {
      request.addEventListener(end, () => reject(new TypeError(`The request ended with ${end}.`)));
    }
    init.signal?.addEventListener('abort', () => request.abort());
    request.send(init.body as XMLHttpRequestBodyInit | null);
  });

function responseOf({ response, status }: XMLHttpRequest): Response {
  const hasBody = status !== 204 && status !== 304;
  return new Response(hasBody ? (response as Blob) : null, { status });
}
