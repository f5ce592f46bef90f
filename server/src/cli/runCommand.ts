import { parseArgs } from 'node:util';
import { BoardFileError } from '../archive/boardFiles.ts';
import { StorageError } from '../storage/StorageError.ts';
import { CommandError } from './CommandError.ts';
import { commands, type Command, type CommandInput } from './commands.ts';

/** What a command line runs in. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
  /** Starts the server. */
  readonly serve: () => Promise<void>;
}

/** Exit code for a command line that is none. */
const usageCode = 2;

/** Runs a command line. Resolves with the exit code: 0 done, 1 failed or something is wrong, 2 no such command. */
export async function runCommand(context: CommandContext): Promise<number> {
  const { args, print, serve, warn } = context;
  const parsed = parse(args);
  if (parsed === null) {
    warn(help);
    return usageCode;
  }
  const { positionals, values } = parsed;
  if (values.help === true || positionals.length === 0) {
    print(help);
    return values.help === true ? 0 : usageCode;
  }
  if (positionals[0] === 'serve' && positionals.length === 1) {
    await serve();
    return 0;
  }
  const found = find(positionals);
  if (found === null || found.operands.length !== found.command.operandCount) {
    warn(found === null ? help : `Usage: common-ground ${found.command.usage}`);
    return usageCode;
  }
  return attempt(found.command, {
    dataDir: values.data ?? (context.env['DATA_DIR'] || './data'),
    publicUrl: (context.env['PUBLIC_URL'] || 'http://localhost:3000').replace(/\/$/, ''),
    operands: found.operands,
    withUnrevealed: values['include-unrevealed'] === true,
    print,
    warn,
  });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        'include-unrevealed': { type: 'boolean' },
      },
    });
  } catch {
    return null;
  }
}

function find(words: readonly string[]): { command: Command; operands: readonly string[] } | null {
  for (const length of [2, 1]) {
    const command = commands[words.slice(0, length).join(' ')];
    if (command !== undefined && words.length >= length) return { command, operands: words.slice(length) };
  }
  return null;
}

async function attempt(command: Command, input: CommandInput): Promise<number> {
  try {
    return await command.run(input);
  } catch (error) {
    const isExpected =
      error instanceof CommandError ||
      error instanceof StorageError ||
      error instanceof BoardFileError ||
      isFileError(error);
    input.warn(isExpected ? (error as Error).message : String((error as Error).stack ?? error));
    return 1;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

const help = `Usage: common-ground <command>

  ${[
    ['serve', 'Serve boards (settings come from the environment, see .env.example)'],
    ...Object.values(commands).map(({ usage, summary }) => [usage, summary]),
  ]
    .map(([usage = '', summary = '']) => `${usage.padEnd(40)}${summary}`)
    .join('\n  ')}

  --data <folder>       the data folder; DATA_DIR or ./data if left out
  --include-unrevealed  with backup: also drafts that are not revealed and ballots that are not counted
  --help                this text

Exit codes: 0 done, 1 failed or something is wrong, 2 no such command.`;
