import { spawnSync } from 'node:child_process';
import { pathOf } from './ServerProcess.ts';

const clientDir = pathOf('../../../client', import.meta.url);
const outDir = pathOf('../../../client/node_modules/.cache/readable-client', import.meta.url);
let isBuilt = false;

/** Builds our page with the names of its functions, once, for profiles; returns the folder. */
export function readableClient(): string {
  if (!isBuilt) {
    const vite = pathOf('../../../client/node_modules/vite/bin/vite.js', import.meta.url);
    const args = [vite, 'build', '--minify', 'false', '--outDir', outDir, '--emptyOutDir'];
    const { status, stderr } = spawnSync(process.execPath, [...args, '--logLevel', 'error'], {
      cwd: clientDir,
    });
    if (status !== 0) throw new Error(`The page could not be built: ${stderr.toString()}`);
    isBuilt = true;
  }
  return outDir;
}
