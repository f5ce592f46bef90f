import { createHmac } from 'node:crypto';
import type { BoardId, ParticipantId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { parseParticipantToken, signParticipantToken } from './participantTokens.ts';

const key = new Uint8Array(32).fill(7);
const payload = { boardId: 'b' as BoardId, participantId: 'alice' as ParticipantId, issuedAt: 1_000 };
const token = signParticipantToken(key, payload);

describe('participant tokens', () => {
  it('give back what was signed', () => {
    expect(parseParticipantToken(key, token)).toEqual(payload);
  });

  it('fit in a header', () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/);
  });

  it('are refused when another server signed them', () => {
    expect(parseParticipantToken(new Uint8Array(32), token)).toBeNull();
  });

  it('are refused after any change of a character', () => {
    for (let index = 0; index < token.length - 1; index += 1) {
      const changed = token.slice(0, index) + (token[index] === 'A' ? 'B' : 'A') + token.slice(index + 1);
      expect(parseParticipantToken(key, changed)).toBeNull();
    }
  });

  it.each(['', '.', 'a.b', `${token}.x`, token.split('.')[0] ?? '', `${token}${'A'.repeat(600)}`])(
    'are refused when malformed: %s',
    (malformed) => {
      expect(parseParticipantToken(key, malformed)).toBeNull();
    },
  );

  it.each([null, 3, {}, { ...payload, boardId: '../x' }, { ...payload, issuedAt: 'now' }])(
    'are refused when signed over something else: %j',
    (other) => {
      const body = Buffer.from(JSON.stringify(other)).toString('base64url');
      const signature = createHmac('sha256', key).update(`token:${body}`).digest('base64url');
      expect(parseParticipantToken(key, `${body}.${signature}`)).toBeNull();
    },
  );
});
