import { runCommand } from './runCommand.ts';

/* The command line: common-ground <command>. */

process.exitCode = await runCommand({
  args: process.argv.slice(2),
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`),
  serve: async (dataDir) => {
    if (dataDir !== undefined) process.env['DATA_DIR'] = dataDir;
    await import('../main.ts');
  },
});
