import { runBrowserTests } from './checks.mjs';
import { buildClient } from './clientBuild.mjs';
import { installDependencies } from './installation.mjs';
import { fail, requireNode } from './toolchain.mjs';

/* `pnpm e2e [file]`: the browser tests alone, against a fresh build. */
requireNode();
await installDependencies();
await buildClient().catch((/** @type {Error} */ error) => fail(error.message));
const { failed } = await runBrowserTests(process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
