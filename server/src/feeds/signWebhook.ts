import { createHmac, randomBytes } from 'node:crypto';
import type { WaitingDelivery } from './WebhookStore.ts';

const prefix = 'whsec_';

/** A new secret, in the form that libraries for Standard Webhooks take. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(24).toString('base64');
}

/**
 * The headers of a message at `now` (ms): its id, the time, and an HMAC-SHA256 over both and the body.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signWebhook(
  { body, delivery, secret }: Pick<WaitingDelivery, 'body' | 'delivery' | 'secret'>,
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${delivery.id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': delivery.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
