import { buildClient } from './clientBuild.mjs';
import { installDependencies } from './installation.mjs';
import { startProcess } from './process.mjs';
import { fail, pinnedNode, requireNode, root, serverArguments, toolEnvironment } from './toolchain.mjs';

/* `npm start`: installs and builds what has changed, then serves until it is told to stop. */
requireNode();
await installDependencies();
await buildClient().catch((/** @type {Error} */ error) => fail(error.message));
const server = startProcess(pinnedNode, serverArguments(), { cwd: root, env: toolEnvironment() });
process.exitCode = await server.ended;
