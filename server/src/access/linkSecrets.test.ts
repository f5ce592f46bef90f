import type { BoardId, LinkId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { deriveLinkSecret, hashLinkSecret, linkAddress } from './linkSecrets.ts';

const key = new Uint8Array(32).fill(7);
const link = 'link' as LinkId;

describe('link secrets', () => {
  it('are 128 bits that an address can carry, the same each time', () => {
    const secret = deriveLinkSecret(key, link);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(deriveLinkSecret(key, link)).toBe(secret);
  });

  it('differ for every link and every server', () => {
    const secret = deriveLinkSecret(key, link);
    expect(deriveLinkSecret(key, 'link2' as LinkId)).not.toBe(secret);
    expect(deriveLinkSecret(new Uint8Array(32), link)).not.toBe(secret);
  });

  it('are stored as a hash that does not hold the secret', () => {
    const secret = deriveLinkSecret(key, link);
    const hash = hashLinkSecret(secret);
    expect(hash.byteLength).toBe(32);
    expect(Buffer.from(hash).includes(secret)).toBe(false);
    expect(hashLinkSecret(secret)).toEqual(hash);
  });

  it('stand behind the # of the address', () => {
    const address = new URL(linkAddress('https://board.example.org', 'b' as BoardId, 'secret'));
    expect(address.hash).toBe('#secret');
    expect(address.pathname).toBe('/b/b');
    expect(address.search).toBe('');
  });
});
