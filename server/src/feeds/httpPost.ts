import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { useAgent } from 'request-filtering-agent';
import type { Post } from './WebhookSender.ts';

const answerWithinMs = 10_000;

/**
 * Posts over http(s). Unless private addresses are allowed, an address that is one (or whose name leads to one) is not
 * connected to: otherwise whoever makes a webhook could reach what only this server can. No redirect is followed.
 */
export function httpPost(allowPrivateAddresses: boolean): Post {
  return (url, headers, body) => {
    const { promise, reject, resolve } = Promise.withResolvers<number>();
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'user-agent': 'Common-Ground', 'content-length': Buffer.byteLength(body) },
      agent: useAgent(url, {
        allowPrivateIPAddress: allowPrivateAddresses,
        allowMetaIPAddress: allowPrivateAddresses,
      }),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      // What it says besides is of no use, and may be endless.
      response.destroy();
    });
    request.on('error', (error) => reject(new Error(sentenceFor(error), { cause: error })));
    request.end(body);
    return promise;
  };
}

function sentenceFor(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'No answer within ten seconds.';
  switch (error.code) {
    case 'ENOTFOUND':
      return 'There is no server of this name.';
    case 'ECONNREFUSED':
      return 'The server does not take connections there.';
    case undefined:
    default:
      return error.code ?? error.message;
  }
}
