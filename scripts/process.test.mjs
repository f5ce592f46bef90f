import { describe, expect, it } from 'vitest';
import { startProcess } from './process.mjs';

const options = { cwd: process.cwd(), env: process.env };

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
});
