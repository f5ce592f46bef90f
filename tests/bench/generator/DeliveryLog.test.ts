import { describe, expect, it } from 'vitest';
import { DeliveryLog } from './DeliveryLog.ts';

describe('DeliveryLog', () => {
  it('measures from sending to each reader that is not the writer', () => {
    const log = new DeliveryLog(1, 3);
    log.startMeasuring(0);
    log.sent(0, 10);
    log.seen(0, 0, 0, 11);
    log.seen(1, 0, 0, 15);
    log.seen(2, 0, 0, 20);
    expect(log.latencies.count).toBe(2);
    expect(log.latencies.percentile(1)).toBe(10);
    expect(log.isComplete).toBe(true);
  });

  it('takes a later edit for a sign that the earlier ones arrived', () => {
    const log = new DeliveryLog(1, 2);
    log.startMeasuring(0);
    log.sent(0, 0);
    log.sent(0, 5);
    log.seen(1, 0, 1, 6);
    expect(log.latencies.count).toBe(2);
    log.seen(1, 0, 1, 9);
    expect(log.latencies.count).toBe(2);
  });

  it('counts what never arrived, and nothing from outside the measured time', () => {
    const log = new DeliveryLog(1, 2);
    log.sent(0, 0);
    log.startMeasuring(1);
    log.sent(0, 2);
    log.stopMeasuring(3);
    log.sent(0, 4);
    log.giveUp();
    expect(log.isComplete).toBe(false);
    expect(log.latencies.missing).toBe(1);
    expect(log.latencies.count).toBe(1);
  });
});
