import type { BoardId, ParticipantId } from '@common-ground/protocol';
import { FakeClock } from '@common-ground/testkit';
import { describe, expect, it } from 'vitest';
import { Tickets } from './Tickets.ts';

const board = 'b' as BoardId;
const alice = { boardId: board, participantId: 'alice' as ParticipantId };
const bob = { boardId: board, participantId: 'bob' as ParticipantId };

describe('Tickets', () => {
  it('lets the participant in once', () => {
    const { tickets } = setup();
    const ticket = tickets.issue(alice);
    expect(tickets.redeem(ticket, board)).toEqual(alice);
    expect(tickets.redeem(ticket, board)).toBeNull();
  });

  it('knows no other ticket', () => {
    const { tickets } = setup();
    tickets.issue(alice);
    expect(tickets.redeem('', board)).toBeNull();
    expect(tickets.redeem('ticket-9', board)).toBeNull();
  });

  it('opens its own board only, and is not used up by trying another', () => {
    const { tickets } = setup();
    const ticket = tickets.issue(alice);
    expect(tickets.redeem(ticket, 'c' as BoardId)).toBeNull();
    expect(tickets.redeem(ticket, board)).toEqual(alice);
  });

  it('is good until its time is over', () => {
    const { clock, tickets } = setup();
    const first = tickets.issue(alice);
    clock.advance(29_999);
    expect(tickets.redeem(first, board)).toEqual(alice);
    const second = tickets.issue(alice);
    clock.advance(30_000);
    expect(tickets.redeem(second, board)).toBeNull();
  });

  it('keeps nothing of tickets that nobody used', () => {
    const { clock, tickets } = setup();
    for (let count = 0; count < 10; count += 1) tickets.issue(alice);
    clock.advance(30_000);
    expect(tickets.openCount).toBe(0);
  });

  it('takes the oldest away from a participant who hoards, and none from others', () => {
    const { tickets } = setup();
    const bobs = tickets.issue(bob);
    const hoard = Array.from({ length: 100 }, () => tickets.issue(alice));
    expect(tickets.openCount).toBe(33);
    expect(tickets.redeem(hoard[0] ?? '', board)).toBeNull();
    expect(tickets.redeem(hoard[99] ?? '', board)).toEqual(alice);
    expect(tickets.redeem(bobs, board)).toEqual(bob);
  });
});

function setup() {
  const clock = new FakeClock();
  let count = 0;
  const tickets = new Tickets(clock, () => `ticket-${(count += 1)}`, 30_000);
  return { clock, tickets };
}
