import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isWhole, parseOptions, usage, type Options } from './options.ts';
import { formatReport, missedGoals } from './report/formatReport.ts';
import { readMachine } from './report/readMachine.ts';
import type { Finding, Outcome, ProfileSummary, Results } from './report/Results.ts';
import { profileScenario, runScenario } from './runScenario.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { fullSizes, quickSizes } from './sizes.ts';
import { separateCores } from './targets/cpus.ts';
import { ours } from './targets/ours.ts';
import { installedPeers } from './targets/peers.ts';

/* `pnpm bench`, after everything is installed: measures, and writes or prints the report. */

const reportPath = fileURLToPath(new URL('../../docs/BENCHMARKS.md', import.meta.url));

const args = process.argv.slice(2);
const options = parseOptions(args);
if (args.includes('--help')) say(usage);
else if (options.ok) await run(options.value);
else stop(`${options.error}\n\n${usage}`);

async function run(options: Options): Promise<void> {
  const report = formatReport(await measure(options));
  if (!isWhole(options)) return void process.stdout.write(`\n${report}`);
  await writeFile(reportPath, report);
  process.stdout.write('\nWritten to docs/BENCHMARKS.md\n');
}

async function measure(options: Options): Promise<Results> {
  const sizes = options.isQuick ? quickSizes : fullSizes;
  const cores = availableParallelism();
  const plan = separateCores();
  const place = { cpu: plan?.server ?? null, allCpus: plan?.all ?? null };
  const targets = options.isOursOnly ? [ours] : [ours, ...installedPeers()];
  const wanted = scenarios.filter(({ id }) => options.scenarioIds.includes(id));
  const findings: Finding[] = [];
  for (const scenario of wanted) {
    for (const target of targets) {
      const outcome = await runScenario(scenario, { target, ...place, profile: null }, sizes);
      findings.push({ scenarioId: scenario.id, target: target.name, outcome });
      say(`${scenario.id}, ${target.title}: ${inShort(outcome)}`);
    }
  }
  const missedIds = new Set(missedGoals({ findings }).map(({ scenarioId }) => scenarioId));
  const profiles: ProfileSummary[] = [];
  for (const scenario of wanted.filter(({ id }) => missedIds.has(id))) {
    const profile = await profileScenario(scenario, { target: ours, ...place }, sizes);
    if (profile !== null) profiles.push(profile);
    say(`${scenario.id}, ${ours.title}: profiled`);
  }
  return {
    date: new Date().toISOString().slice(0, 10),
    isQuick: options.isQuick,
    machine: readMachine(cores, plan !== null),
    targets: targets.map(({ name, title }) => ({ name, title })),
    findings,
    profiles,
  };
}

function inShort(outcome: Outcome): string {
  if (outcome.kind === 'unsuited') return 'does not apply';
  if (outcome.kind === 'failed') return `failed: ${outcome.reason}`;
  return Object.entries(outcome.measured)
    .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(3)}`)
    .join(', ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stop(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
