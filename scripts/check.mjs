import { fastChecks } from './checks.mjs';
import { installDependencies } from './installation.mjs';
import { runSteps } from './steps.mjs';
import { requireNode } from './toolchain.mjs';

/* `pnpm check`: what a change must pass before it is committed. */
requireNode();
await installDependencies();
process.exitCode = await runSteps(fastChecks);
