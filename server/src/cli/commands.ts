import { readFileSync, writeFileSync } from 'node:fs';
import { parseBoardId, roles, type BoardId } from '@common-ground/protocol';
import { linkAddress } from '../access/linkSecrets.ts';
import { exportBoard, importBoard } from '../archive/boardFiles.ts';
import { backUp, faultOf, restoreBackup } from './backUp.ts';
import { isStorageError } from '../storage/StorageError.ts';
import { checkBoards } from './checkBoards.ts';
import { CommandError } from './CommandError.ts';
import { openData, type DataAccess } from './DataAccess.ts';

/** What a command is given. */
export interface CommandInput {
  readonly dataDir: string;
  /** Where people reach the server, for the links of an imported board. */
  readonly publicUrl: string;
  /** What stands behind the command's name. */
  readonly operands: readonly string[];
  readonly withUnrevealed: boolean;
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
}

/** One command. */
export interface Command {
  /** As it is typed, with its operands. */
  readonly usage: string;
  readonly summary: string;
  readonly operandCount: number;
  /** Resolves with the exit code; throws CommandError or StorageError with a message for whoever gave it. */
  run(input: CommandInput): Promise<number>;
}

/** Every command but `serve`, by its name. */
export const commands: Readonly<Record<string, Command>> = {
  'boards list': {
    usage: 'boards list',
    summary: 'List every board: id, day of creation, title',
    operandCount: 0,
    run: (input) =>
      withData(input, async ({ stores }) => {
        for (const { createdAt, id, title } of await stores.archives.list())
          input.print(`${id}  ${new Date(createdAt).toISOString().slice(0, 10)}  ${title}`);
        return 0;
      }),
  },
  'board export': {
    usage: 'board export <board id> <file>',
    summary: 'Write a whole board into one file (a zip archive)',
    operandCount: 2,
    run: (input) =>
      withData(input, async ({ files }) => {
        const [id = '', path = ''] = input.operands;
        const boardId = parseBoardId(id);
        const file = boardId === null ? null : await exportBoard(files, boardId);
        if (file === null) throw new CommandError(`There is no board ${id}.`);
        writeFileSync(path, file, { mode: 0o600 });
        return 0;
      }),
  },
  'board import': {
    usage: 'board import <file>',
    summary: 'Make a new board of such a file, and print its links',
    operandCount: 1,
    run: (input) =>
      withData(input, async ({ files, gatekeeper }) => {
        const { boardId, links } = await importBoard(files, readFileSync(input.operands[0] ?? ''));
        input.print(boardId);
        for (const role of roles)
          input.print(`${role}  ${linkOf(input, boardId, gatekeeper.secretOf(links[role].id))}`);
        return 0;
      }),
  },
  backup: {
    usage: 'backup [--include-unrevealed] <folder>',
    summary: 'Copy the whole server into a new folder, also while it runs',
    operandCount: 1,
    run: (input) =>
      withData(input, async (data) => {
        backUp(data, input.operands[0] ?? '', input);
        input.warn(
          'The copy holds server.key: whoever has it can make every link and sign-in of this server. Keep it safe.',
        );
        return 0;
      }),
  },
  restore: {
    usage: 'restore <folder>',
    summary: 'Put a backup into an empty data folder',
    operandCount: 1,
    run: async ({ dataDir, operands }) => {
      restoreBackup(operands[0] ?? '', dataDir);
      return 0;
    },
  },
  check: {
    usage: 'check',
    summary: 'Read every stored board, and print what is wrong',
    operandCount: 0,
    run: (input) => withData(input, (data) => check(data, input)),
  },
};

async function check(data: DataAccess, { print }: CommandInput): Promise<number> {
  let count = 0;
  const fault = faultOf(`${data.path}/common-ground.db`);
  if (fault !== null) {
    count += 1;
    print(`the database is damaged: ${fault}`);
  }
  const boards = await orNull(data.stores.archives.list());
  if (boards === null) {
    print(`The list of boards cannot be read. ${remedy}`);
    return 1;
  }
  for await (const { boardId, what } of checkBoards(data, boards)) {
    count += 1;
    print(`${boardId}: ${what}`);
  }
  print(`Boards: ${boards.length}. Faults: ${count}.${count === 0 ? '' : ` ${remedy}`}`);
  return count === 0 ? 0 : 1;
}

const remedy =
  'Stop the server, keep a copy of this data folder, and restore a backup; boards without a fault can be exported first.';

/** Null when SQLite cannot read it; what is wrong with the database has been said by then. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isStorageError(error)) return null;
    throw error;
  }
}

async function withData(input: CommandInput, work: (data: DataAccess) => Promise<number>): Promise<number> {
  const data = openData(input.dataDir);
  try {
    return await work(data);
  } finally {
    data.close();
  }
}

function linkOf({ publicUrl }: CommandInput, boardId: BoardId, secret: string): string {
  return linkAddress(publicUrl, boardId, secret);
}
