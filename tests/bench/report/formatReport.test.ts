import { describe, expect, it } from 'vitest';
import { formatReport, missedGoals } from './formatReport.ts';
import type { Outcome, Results } from './Results.ts';

const measured = (figures: Record<string, number>): Outcome => ({ kind: 'measured', measured: figures });

function resultsWith(ours: Outcome, peer: Outcome, more: Partial<Results> = {}): Results {
  return {
    date: '2026-01-02',
    isQuick: false,
    machine: {
      cpuModel: 'A processor',
      cores: 2,
      memoryGiB: 8,
      platform: 'linux x64',
      node: '24.0.0',
      hasSeparateCores: true,
    },
    targets: [
      { name: 'ours', title: 'Ours 1' },
      { name: 'y-websocket-server', title: 'Peer 2' },
    ],
    findings: [
      { scenarioId: 'fanOut', target: 'ours', outcome: ours },
      { scenarioId: 'fanOut', target: 'y-websocket-server', outcome: peer },
    ],
    profiles: [],
    ...more,
  };
}

function lineOf(report: string, label: string): string[] {
  const line = report.split('\n').find((text) => text.startsWith(`| ${label} |`)) ?? '';
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

const p95 = 'Edit to peer, 100 people: p95';

describe('the report', () => {
  it('compares ours with the goal and with the best other', () => {
    const report = formatReport(resultsWith(measured({ p95Ms: 20 }), measured({ p95Ms: 50 })));
    expect(lineOf(report, p95)).toEqual(['20 ms', '≤ 25 ms', 'yes', '50 ms', '2.5 × better']);
    expect(report).not.toContain('Goals missed');
  });

  it('says when ours is worse, with what the profile says', () => {
    const lines = [{ where: 'writev (node:net)', part: 0.31 }];
    const results = resultsWith(measured({ p95Ms: 50 }), measured({ p95Ms: 25 }), {
      profiles: [{ scenarioId: 'fanOut', part: 'server', busyPart: 0.5, lines }],
    });
    const report = formatReport(results);
    expect(lineOf(report, p95)).toEqual(['50 ms', '≤ 25 ms', '**no**', '25 ms', '2.0 × worse']);
    expect(missedGoals(results).map(({ metric }) => metric)).toEqual(['p95Ms']);
    expect(report).toContain('| 31.0 % | writev (node:net) |');
  });

  it('calls edits that never arrived falling behind, and compares nothing with them', () => {
    const late = measured({ p95Ms: Number.POSITIVE_INFINITY });
    expect(lineOf(formatReport(resultsWith(measured({ p95Ms: 20 }), late)), p95)).toEqual([
      '20 ms',
      '≤ 25 ms',
      'yes',
      'falls behind',
      '',
    ]);
    expect(lineOf(formatReport(resultsWith(late, late)), p95)[2]).toBe('**no**');
  });

  it('marks figures of a generator that was at its limit', () => {
    const report = formatReport(
      resultsWith(measured({ p95Ms: 20, generatorCores: 0.95 }), { kind: 'unsuited' }),
    );
    expect(lineOf(report, p95)[0]).toBe('20 ms ¹');
    expect(report).toContain('¹ The load generator');
  });

  it('tells what failed and what was not tried', () => {
    const failed: Outcome = { kind: 'failed', reason: 'It took too long.\nstack' };
    const report = formatReport(resultsWith({ kind: 'unsuited' }, failed));
    expect(lineOf(report, p95)).toEqual(['–', '≤ 25 ms', '', 'failed', '']);
    expect(report).toContain('- fanOut, y-websocket-server: It took too long.\n');
  });
});
