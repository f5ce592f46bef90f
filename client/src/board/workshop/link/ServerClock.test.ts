import { describe, expect, it } from 'vitest';
import { ServerClock } from './ServerClock.ts';

const minuteMs = 60_000;
const serverStart = Date.UTC(2030, 0, 1, 9);

/** A device whose clock is wrong by so much. */
function device(wrongByMs: number) {
  let passedMs = 0;
  const clock = new ServerClock(() => serverStart + wrongByMs + passedMs);
  return {
    clock,
    serverTime: () => serverStart + passedMs,
    wait: (ms: number) => (passedMs += ms),
  };
}

describe('the server’s clock', () => {
  it.each([-10 * minuteMs, 0, 10 * minuteMs])('is right on a device that is wrong by %i ms', (wrongByMs) => {
    const { clock, serverTime, wait } = device(wrongByMs);
    clock.hears(serverTime());
    wait(3 * minuteMs);
    expect(clock.now()).toBe(serverTime());
  });

  it('believes the view that was fastest on its way', () => {
    const { clock, serverTime, wait } = device(minuteMs);
    const slow = serverTime();
    wait(900);
    clock.hears(slow);
    expect(clock.now()).toBe(serverTime() - 900);
    const fast = serverTime();
    wait(20);
    clock.hears(fast);
    expect(clock.now()).toBe(serverTime() - 20);
    const slowAgain = serverTime();
    wait(700);
    clock.hears(slowAgain);
    expect(clock.now()).toBe(serverTime() - 20);
  });

  it('forgets what it knew when the device connects anew, as soon as the server speaks', () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    clock.hears(serverStart);
    // The device slept for an hour and its clock stood still.
    local = 1_000;
    clock.restart();
    expect(clock.now()).toBe(serverStart + 1_000);
    clock.hears(serverStart + 60 * minuteMs);
    expect(clock.now()).toBe(serverStart + 60 * minuteMs);
  });

  it('is zero before the server has said anything', () => {
    expect(new ServerClock(() => 5).now()).toBe(0);
  });
});
