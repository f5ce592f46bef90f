import { join } from 'node:path';
import { installDependencies } from './installation.mjs';
import { startProcess } from './process.mjs';
import { pinnedNode, requireNode, root, serverArguments } from './toolchain.mjs';

/* `pnpm dev`: the server, restarted when its sources change, behind Vite, which reloads the browser. */
requireNode();
await installDependencies();

const client = join(root, 'client');
// People open the board at Vite's address, so links are made for it. The server's own port is named in Vite's proxy.
const env = { PUBLIC_URL: 'http://localhost:5173', ...process.env };
const server = startProcess(pinnedNode, ['--watch', ...serverArguments()], { cwd: root, env });
const vite = startProcess(pinnedNode, [join('node_modules', 'vite', 'bin', 'vite.js')], { cwd: client, env });

process.exitCode = await Promise.race([server.ended, vite.ended]);
server.stop();
vite.stop();
