import type { TargetName } from '../targets/Target.ts';
import { measuredOf, type ProfileSummary, type Results } from './Results.ts';
import { meetsGoal, rows, type Row } from './rows.ts';

/** From this part of a core on, a figure may be the generator's and not the server's. */
export const saturatedFromCores = 0.9;

/** The report as Markdown. */
export function formatReport(results: Results): string {
  const parts = [
    heading(results),
    table(results),
    legend(results),
    missed(results),
    failures(results),
    howTo(results),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Rows of which our server was measured and is not good enough. */
export function missedGoals(results: Pick<Results, 'findings'>): Row[] {
  return rows.filter((row) => {
    const value = valueOf(results, row, 'ours');
    return value !== null && !meetsGoal(row, value);
  });
}

function heading({ date, isQuick, machine }: Results): string {
  const place = machine.hasSeparateCores
    ? 'Server and load generator had a core each.'
    : 'Server and load generator shared the cores, so the figures are worse than they would be.';
  const note = isQuick ? '\n\n**A quick run with tiny sizes: the figures mean nothing.**' : '';
  return `# Benchmarks

Written by \`pnpm bench\` on ${date}; do not edit. ${machine.cpuModel}, ${machine.cores} cores, ${machine.memoryGiB} GiB
of memory, ${machine.platform}, Node ${machine.node}. ${place} Everything ran on one machine, over its loopback. Absolute
times differ between machines; compare the servers with each other.${note}`;
}

function table(results: Results): string {
  const { targets } = results;
  const titles = targets.flatMap(({ title }, index) => (index === 0 ? [title, 'goal', 'met'] : [title]));
  const head = ['', ...titles, 'ours to the best other'];
  const lines = rows
    .filter(({ scenarioId }) => results.findings.some((finding) => finding.scenarioId === scenarioId))
    .map((row) => [row.label, ...cells(results, row), ratio(results, row)]);
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cells(results: Results, row: Row): string[] {
  return results.targets.flatMap(({ name }, index) => {
    const cell = cellOf(results, row, name);
    if (index > 0) return [cell];
    const value = valueOf(results, row, name);
    const met = value === null || row.goal === null ? '' : meetsGoal(row, value) ? 'yes' : '**no**';
    return [cell, goalOf(row), met];
  });
}

function cellOf(results: Results, row: Row, target: TargetName): string {
  const finding = results.findings.find((one) => one.scenarioId === row.scenarioId && one.target === target);
  if (finding === undefined || finding.outcome.kind === 'unsuited') return '–';
  if (finding.outcome.kind === 'failed') return 'failed';
  const { measured } = finding.outcome;
  const value = measured[row.metric];
  if (value === undefined || Number.isNaN(value)) return '–';
  const atLeast = row.metric === 'clients' && measured['reachedMost'] === 1 ? '≥ ' : '';
  const isSaturated = (measured['generatorCores'] ?? 0) >= saturatedFromCores;
  return `${atLeast}${row.format(value)}${isSaturated ? ' ¹' : ''}`;
}

function goalOf(row: Row): string {
  return row.goal === null ? '' : `${row.isLowBetter ? '≤' : '≥'} ${row.format(row.goal)}`;
}

function ratio(results: Results, row: Row): string {
  const value = valueOf(results, row, 'ours');
  const others = results.targets
    .filter(({ name }) => name !== 'ours')
    .map(({ name }) => valueOf(results, row, name))
    .filter((other): other is number => other !== null && Number.isFinite(other) && other > 0);
  if (value === null || !Number.isFinite(value) || value <= 0 || others.length === 0) return '';
  const better = row.isLowBetter ? Math.min(...others) / value : value / Math.max(...others);
  return better >= 1 ? `${better.toFixed(1)} × better` : `${(1 / better).toFixed(1)} × worse`;
}

function legend({ findings }: Results): string {
  const isSaturated = findings.some(
    ({ outcome }) =>
      outcome.kind === 'measured' && (outcome.measured['generatorCores'] ?? 0) >= saturatedFromCores,
  );
  return isSaturated
    ? '¹ The load generator was at its own limit: the server may be better than this figure.'
    : 'The load generator was at its own limit in none of these.';
}

function missed(results: Results): string {
  const goals = missedGoals(results);
  if (goals.length === 0) return '';
  const scenarioIds = [...new Set(goals.map(({ scenarioId }) => scenarioId))];
  const sections = scenarioIds.map((id) => {
    const labels = goals
      .filter(({ scenarioId }) => scenarioId === id)
      .map((row) => labelWithValue(results, row));
    const profile = results.profiles.find(({ scenarioId }) => scenarioId === id);
    return [`### ${id}`, labels.join('\n'), profile === undefined ? '' : profileText(profile)]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return ['## Goals missed', ...sections].join('\n\n');
}

function labelWithValue(results: Results, row: Row): string {
  return `- ${row.label}: ${cellOf(results, row, 'ours')} instead of ${goalOf(row)}`;
}

function profileText({ busyPart, lines, part: whose }: ProfileSummary): string {
  const list = lines.map(({ part, where }) => `| ${(part * 100).toFixed(1)} % | ${where} |`);
  return [
    `Profiled once more while it was measured, the ${whose} was busy for ${Math.round(busyPart * 100)} % of the time. Of that:`,
    ['| part | where |', '| --- | --- |', ...list].join('\n'),
  ].join('\n\n');
}

function failures({ findings }: Results): string {
  const failed = findings.flatMap(({ outcome, scenarioId, target }) =>
    outcome.kind === 'failed' ? [`- ${scenarioId}, ${target}: ${firstLine(outcome.reason)}`] : [],
  );
  return failed.length === 0 ? '' : ['## Failed', failed.join('\n')].join('\n\n');
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function howTo({ targets }: Results): string {
  const limits =
    'the limits on frames, connections and joins are lifted, because one generator plays everybody';
  return `## How it was measured

\`pnpm bench\` repeats it in about half an hour; \`pnpm bench --quick\` shows in three minutes that everything runs. It needs nothing but
the project: the other servers are installed into \`tests/bench/peers\`, which is no part of the product.

- **Servers** are processes of their own: ${targets.map(({ title }) => title).join(', ')}. Ours is started as a host starts it, stores
  everything, and is entered by join and ticket; ${limits}. The others run with their defaults;
  @y/websocket-server keeps nothing; Hocuspocus and sync-core keep boards in SQLite, sync-core without a flush to the disk
  for each edit. All of them run on one version of Yjs.
- **Clients** are played by one process: plain sockets, frames made before the clock starts. Edits are moves of notes in our
  document's layout, for sync-core patches of the same notes.
- **Edit to peer**: 10 of 100 people make 20 edits a second each, everybody moves a cursor 10 times a second, on one board. From
  the sending of an edit until each of the others has it. "Falls behind" when that share of edits had not arrived 3 s after the end.
- **Most people**: the same with more and more people, doubled until it is too slow, then halved between.
- **Join storm**: 100 people open a board of 5,000 notes at once; their tickets are fetched before the clock starts.
- **Edits per second**: a writer is at most 1,000 edits ahead of a reader.
- **Memory**: what the process grew by with 500 boards of 20 notes and 4 people each, after collecting garbage; 250 others were
  open before.
- **50,000 moves**: the data folder after a clean stop; after the next start, cold load is from joining
  the board to having it, once another board has been opened.
- **SIGKILL** 100 ms after a peer saw an edit; then the server is started again and asked for the board.
- **Every bad input** that is closed for, one after the other, each from a connection of its own, while ten of thirty people edit; with the
  server's limits on frames as they come. Its memory after collecting garbage, before and afterwards.
- **Pages** are shown by Chromium in 1280 × 800 px, without a graphics card, on all cores; ours as it is built, and for sync-core stock tldraw
  of the same version with files of its own. The other two servers bring no page. Each visitor is somebody who joined and whose
  cache is empty; the board is shown whole, and every note bears a sentence of 170 letters. Usable: all notes are painted and the
  page answers the next frame. A board's code is everything it loads until then, the start page's parts included.
- **Key to paint**: a note is moved with the arrow keys on a board of 1,000 notes, with both browsers on this machine.
- **Letter in a matrix**: a letter and an arrow in turn, at 100 % in a responsibility matrix of 100 rows and 20 columns, from the
  letter's key until it is painted; then while nine others set two letters a second each.
- **Moved at once**: what the main thread works from the frame's arrival until all is painted, idling deducted; at 100 %, like what follows.
- **Cursors and dragged notes**: cursors move 12 times a second, notes 30 times; of 60 frames.
- **100 people**: 99 cursors move five times a second, ten people drag a note, on a board of 300 notes; counted by the browser.
- **Two hours of a workshop** in ten minutes: ten of thirty people drag 600 notes at twelve times their pace, everybody points, every
  five seconds somebody joins and leaves, and a page is open all the time. What is in use after a quarter and at the end, garbage
  collected; the other servers are not asked, each would take as long.`;
}

function valueOf(results: Pick<Results, 'findings'>, row: Row, target: TargetName): number | null {
  const value = measuredOf(results, row.scenarioId, target)?.[row.metric];
  return value === undefined || Number.isNaN(value) ? null : value;
}
