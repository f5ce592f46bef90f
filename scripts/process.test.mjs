import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startProcess } from './process.mjs';

const options = { cwd: process.cwd(), env: process.env };

/** Says its process id, then every signal it gets; SIGUSR2 ends it. */
const listener = `
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => console.log(signal));
  process.on('SIGUSR2', () => process.exit(7));
  setInterval(() => {}, 1000);
  console.log(process.pid);
`;

/** Runs the listener as npm's script would, in a process that is not this one. */
function startParent() {
  const program = `
    import { startProcess } from ${JSON.stringify(new URL('process.mjs', import.meta.url).href)};
    const child = startProcess(process.execPath, ['-e', ${JSON.stringify(listener)}], { cwd: '.', env: process.env });
    process.exitCode = await child.ended;
  `;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program]);
  const lines = parent.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value).trim();
  return { parent, nextLine };
}

describe('startProcess', () => {
  it('hands on the exit code', async () => {
    expect(await startProcess(process.execPath, ['-e', 'process.exit(7)'], options).ended).toBe(7);
  });

  it('tells the signal that ended it, as shells do', async () => {
    const waiting = startProcess(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], options);
    waiting.stop();
    expect(await waiting.ended).toBe(128 + 15);
  });

  it('fails when there is no such command', async () => {
    await expect(startProcess('no-such-command-anywhere', [], options).ended).rejects.toThrow('ENOENT');
  });

  it.skipIf(process.platform === 'win32')(
    'passes a wish to end on once, however often it arrives',
    async () => {
      const { parent, nextLine } = startParent();
      const childId = Number(await nextLine());
      parent.kill('SIGINT');
      expect(await nextLine()).toBe('SIGINT');
      parent.kill('SIGINT');
      parent.kill('SIGTERM');
      process.kill(childId, 'SIGUSR2');
      const rest = await nextLine();
      const [code] = parent.exitCode === null ? await once(parent, 'exit') : [parent.exitCode];
      expect({ rest, code }).toEqual({ rest: 'undefined', code: 7 });
    },
  );
});
