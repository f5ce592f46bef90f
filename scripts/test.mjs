import { allChecks } from './checks.mjs';
import { installDependencies } from './installation.mjs';
import { runSteps } from './steps.mjs';
import { requireNode } from './toolchain.mjs';

/* `npm test`: brings what the tests need and runs everything. */
requireNode();
await installDependencies();
process.exitCode = await runSteps(allChecks);
