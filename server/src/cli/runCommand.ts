import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BoardFileError } from '../archive/boardFiles.ts';
import { explainStorageError, StorageError } from '../storage/StorageError.ts';
import { CommandError } from './CommandError.ts';
import { commands, type Command, type CommandInput } from './commands.ts';

/** What a command line runs in. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
  /** Starts the server, on this data folder if one was named. */
  readonly serve: (dataDir: string | undefined) => Promise<void>;
}

/** Exit code for a command line that is none. */
const usageCode = 2;

/** Runs a command line. Resolves with the exit code: 0 done, 1 failed or something is wrong, 2 no such command. */
export async function runCommand(context: CommandContext): Promise<number> {
  const { args, env, print, serve, warn } = context;
  const parsed = parse(args);
  if (typeof parsed === 'string') return misused(warn, parsed);
  const { positionals, values } = parsed;
  const found = find(positionals);
  if (values.help === true || positionals[0] === 'help') {
    print(
      found === null
        ? help
        : `Usage: common-ground ${found.command.usage}\n\n${found.command.summary}.\n\n${options}`,
    );
    return 0;
  }
  if (positionals[0] === 'serve' && positionals.length === 1) {
    await serve(values.data);
    return 0;
  }
  if (found === null) return misused(warn, `There is no command “${positionals.join(' ')}”.`);
  if (found.operands.length !== found.command.operandCount) {
    warn(`Usage: common-ground ${found.command.usage}`);
    return usageCode;
  }
  return attempt(found.command, {
    dataDir: values.data ?? (env['DATA_DIR'] || './data'),
    publicUrl: (env['PUBLIC_URL'] || 'http://localhost:3000').replace(/\/$/, ''),
    operands: found.operands,
    withUnrevealed: values['include-unrevealed'] === true,
    print,
    warn,
  });
}

function misused(warn: CommandContext['warn'], what: string): number {
  warn(`${what}\n\n${help}`);
  return usageCode;
}

/** Stands before an operand that would be taken for an option; no operand begins with it otherwise. */
const shield = '\0';

/** Ids of boards are random: one in 64 begins with a hyphen. */
function isBoardId(word: string): boolean {
  return /^-[A-Za-z0-9_-]{15}$/.test(word);
}

/** A command line taken apart, or in a sentence why it cannot be. */
function parse(args: readonly string[]) {
  if (args.length === 0) return 'A command is missing.';
  try {
    const { positionals, values } = parseArgs({
      args: args.map((word) => (isBoardId(word) ? shield + word : word)),
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        'include-unrevealed': { type: 'boolean' },
      },
    });
    return { values, positionals: positionals.map((word) => word.replace(shield, '')) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
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
    input.warn(sentenceFor(error, input));
    return 1;
  }
}

/** What went wrong for whoever gave the command; of what nobody expected, where in the program. */
function sentenceFor(error: unknown, { dataDir }: CommandInput): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CommandError || error instanceof StorageError || error instanceof BoardFileError)
    return error.message;
  // Of SQLite, and so of the data folder; an error of the file system names the file itself.
  if ('errcode' in error) return explainStorageError(error, resolve(dataDir)).message;
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}

const options = `  --data <folder>       the data folder; DATA_DIR or ./data if left out
  --include-unrevealed  with backup: also drafts that are not revealed and ballots that are not counted
  --help                what a command does

Exit codes: 0 done, 1 failed or something is wrong, 2 no such command.`;

const help = `Usage: common-ground <command>

  ${[
    ['serve', 'Serve boards (settings come from the environment, see .env.example)'],
    ...Object.values(commands).map(({ usage, summary }) => [usage, summary]),
  ]
    .map(([usage = '', summary = '']) => `${usage.padEnd(40)}${summary}`)
    .join('\n  ')}

${options}`;
