import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from './generator/pausing.ts';
import type { Outcome, ProfileSummary } from './report/Results.ts';
import { summariseProfiles, type CpuProfile } from './report/summariseProfile.ts';
import { Lab, type LabOptions } from './scenarios/Lab.ts';
import type { Scenario } from './scenarios/Scenario.ts';
import type { Sizes } from './sizes.ts';

const profileLines = 12;

/** Runs one scenario at one server, within its time; what goes wrong is an outcome too. Leaves nothing running. */
export async function runScenario(scenario: Scenario, options: LabOptions, sizes: Sizes): Promise<Outcome> {
  if (!scenario.suits(options.target)) return { kind: 'unsuited' };
  const lab = await Lab.open(options);
  try {
    const running = scenario.run(lab, sizes);
    // When the time is up its clients go and its servers end; what that makes of it is no news.
    running.catch(() => undefined);
    return { kind: 'measured', measured: await within(scenario.limitMs, 'The scenario', running) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await lab.close();
  }
}

/** Runs a scenario once more to see where the time of its server or page goes; null when there is nothing to see. */
export async function profileScenario(
  scenario: Scenario,
  options: Omit<LabOptions, 'profile'>,
  sizes: Sizes,
): Promise<ProfileSummary | null> {
  const profileDir = await mkdtemp(join(tmpdir(), 'common-ground-profile-'));
  try {
    await runScenario(
      scenario,
      { ...options, profile: { part: scenario.part, dir: profileDir } },
      scenario.profiledSizes?.(sizes) ?? sizes,
    );
    const profiles = await readProfiles(profileDir);
    return profiles.length === 0 ? null : summariseProfiles(profiles, scenario, profileLines);
  } finally {
    await rm(profileDir, { recursive: true, force: true });
  }
}

async function readProfiles(folder: string): Promise<CpuProfile[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  return Promise.all(
    files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile),
  );
}
