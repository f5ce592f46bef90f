import { fail } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { FirstTicket } from './FirstTicket.ts';

const answer = fail({ kind: 'network' as const });

describe('FirstTicket', () => {
  it('is asked for at once and taken once', async () => {
    let asked = 0;
    const ticket = new FirstTicket(
      () => {
        asked += 1;
        return Promise.resolve(answer);
      },
      () => 0,
    );
    expect(asked).toBe(1);
    expect(await ticket.take()).toBe(answer);
    expect(ticket.take()).toBeNull();
  });

  it('is not used when it has become old', () => {
    let now = 0;
    const ticket = new FirstTicket(
      () => Promise.resolve(answer),
      () => now,
    );
    now = 25_000;
    expect(ticket.take()).toBeNull();
  });
});
