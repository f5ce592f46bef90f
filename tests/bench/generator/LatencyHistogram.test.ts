import { describe, expect, it } from 'vitest';
import { LatencyHistogram } from './LatencyHistogram.ts';

function histogramOf(latencies: readonly number[]): LatencyHistogram {
  const histogram = new LatencyHistogram();
  for (const latency of latencies) histogram.add(latency);
  return histogram;
}

describe('LatencyHistogram', () => {
  it('gives percentiles by the nearest rank, to a tenth of a millisecond', () => {
    const histogram = histogramOf(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(histogram.percentile(0.5)).toBeCloseTo(50, 0);
    expect(histogram.percentile(0.95)).toBeCloseTo(95, 0);
    expect(histogram.percentile(1)).toBe(100);
  });

  it('says that what never arrived is infinitely late', () => {
    const histogram = histogramOf(Array.from({ length: 90 }, () => 1));
    histogram.addMissing(10);
    expect(histogram.count).toBe(100);
    expect(histogram.percentile(0.9)).toBe(1);
    expect(histogram.percentile(0.91)).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts what is later than its last bucket', () => {
    expect(histogramOf([50_000]).percentile(0.5)).toBe(20_000);
  });

  it('has no percentile of nothing', () => {
    expect(new LatencyHistogram().percentile(0.5)).toBeNaN();
  });
});
