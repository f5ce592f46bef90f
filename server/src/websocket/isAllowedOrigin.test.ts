import { describe, expect, it } from 'vitest';
import { isAllowedOrigin, type OriginRules } from './isAllowedOrigin.ts';

const rules: OriginRules = {
  host: 'localhost:3000',
  publicUrl: 'https://board.example.org',
  allowedOrigins: ['https://intranet.example.org:8443'],
};

describe('isAllowedOrigin', () => {
  it.each([
    ['the host of the request', 'http://localhost:3000'],
    ['the host of the request by way of a proxy that speaks https', 'https://localhost:3000'],
    ['the public address', 'https://board.example.org'],
    ['an address that was allowed', 'https://intranet.example.org:8443'],
  ])('takes %s', (_what, origin) => {
    expect(isAllowedOrigin(origin, rules)).toBe(true);
  });

  it('takes programs that are no browser and send none', () => {
    expect(isAllowedOrigin(undefined, rules)).toBe(true);
  });

  it('takes the host with its default port written out', () => {
    expect(isAllowedOrigin('https://board.test', { ...rules, host: 'board.test:443' })).toBe(true);
  });

  it.each([
    'null',
    '',
    'https://evil.example',
    'http://localhost',
    'http://localhost:3001',
    'http://localhost:3000.evil.example',
    'http://localhost:3000@evil.example',
    'http://localhost:3000/',
    'http://user@localhost:3000',
    'https://board.example.org.evil.example',
    'https://evilboard.example.org',
    'http://board.example.org',
    'https://board.example.org:444',
    'https://intranet.example.org',
    'file://localhost:3000',
    'chrome-extension://localhost:3000',
    'localhost:3000',
  ])('refuses %s', (origin) => {
    expect(isAllowedOrigin(origin, rules)).toBe(false);
  });
});
