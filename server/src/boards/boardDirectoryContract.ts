import type { BoardId, CommandId, LinkId, PartnerId, Role } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { NewLink } from '../access/LinkStore.ts';
import type { BoardDirectory, LaunchRecord, NewBoard } from './BoardDirectory.ts';

/** A board to be made in a test; ids derive from the board's, so that boards do not meet. */
export function newBoard(id: string, overrides: Partial<NewBoard> = {}): NewBoard {
  const link = (role: Role): NewLink => ({
    id: `${id}-${role}` as LinkId,
    secretHash: new TextEncoder().encode(`${id}-${role}`),
  });
  return {
    id: id as BoardId,
    title: 'Our board',
    partners: [],
    links: {
      facilitator: link('facilitator'),
      contributor: link('contributor'),
      commenter: link('commenter'),
      observer: link('observer'),
    },
    at: 1_000,
    ...overrides,
  };
}

/** What any {@link BoardDirectory} has to do; `setup` makes an empty one. */
export function boardDirectoryContract(title: string, setup: () => BoardDirectory): void {
  async function withBoard() {
    const directory = setup();
    await directory.create(board);
    return directory;
  }
  boardsContract(title, setup);
  partnersContract(title, withBoard);
  launchesContract(title, withBoard);
}

const acme = { id: 'acme' as PartnerId, name: 'Acme', colour: 'green' } as const;
const board = newBoard('b', { partners: [acme] });

function boardsContract(title: string, setup: () => BoardDirectory): void {
  describe(`${title} keeps boards and`, () => {
    it('gives back what was created', async () => {
      const directory = setup();
      await directory.create(board);
      expect(await directory.find(board.id)).toEqual({
        id: board.id,
        title: 'Our board',
        partners: [acme],
        templateIds: [],
      });
    });

    it('knows no other board', async () => {
      const directory = setup();
      await directory.create(board);
      expect(await directory.find('B' as BoardId)).toBeNull();
    });

    it('refuses a second board of the same id and keeps the first', async () => {
      const directory = setup();
      await directory.create(board);
      await expect(directory.create({ ...board, title: 'Other' })).rejects.toBeInstanceOf(Error);
      expect((await directory.find(board.id))?.title).toBe('Our board');
    });

    it('creates nothing when a part cannot be stored', async () => {
      const directory = setup();
      await expect(directory.create({ ...board, partners: [acme, acme] })).rejects.toBeInstanceOf(Error);
      expect(await directory.find(board.id)).toBeNull();
    });

    it('renames one board only', async () => {
      const directory = setup();
      await directory.create(board);
      await directory.create(newBoard('c'));
      await directory.rename(board.id, 'New title');
      expect((await directory.find(board.id))?.title).toBe('New title');
      expect((await directory.find('c' as BoardId))?.title).toBe('Our board');
    });

    it('rejects changes to a board it does not know', async () => {
      const directory = setup();
      const unknown = 'unknown' as BoardId;
      await expect(directory.ensurePartner(unknown, named('one', 'One'), 12)).rejects.toBeInstanceOf(Error);
      await expect(directory.recordLaunch(unknown, launch('c1', 'raci'), 10)).rejects.toBeInstanceOf(Error);
    });
  });
}

function partnersContract(title: string, withBoard: () => Promise<BoardDirectory>): void {
  describe(`${title} keeps partners and`, () => {
    it('adds a partner with the next free colour, in order', async () => {
      const directory = await withBoard();
      const blue = await directory.ensurePartner(board.id, named('one', 'One'), 12);
      expect(blue).toEqual({ id: 'one', name: 'One', colour: 'blue' });
      const wanted = await directory.ensurePartner(board.id, { ...named('two', 'Two'), colour: 'red' }, 12);
      expect(wanted?.colour).toBe('red');
      const takenWish = await directory.ensurePartner(board.id, { ...named('x', 'X'), colour: 'green' }, 12);
      expect(takenWish?.colour).toBe('orange');
      expect((await directory.find(board.id))?.partners.map(({ id }) => id)).toEqual([
        'acme',
        'one',
        'two',
        'x',
      ]);
    });

    it('finds a partner again however the name is written', async () => {
      const directory = await withBoard();
      expect(await directory.ensurePartner(board.id, named('new', 'ACME'), 12)).toEqual(acme);
      expect((await directory.find(board.id))?.partners).toHaveLength(1);
    });

    it('adds no partner beyond the limit, but still finds the others', async () => {
      const directory = await withBoard();
      expect(await directory.ensurePartner(board.id, named('one', 'One'), 1)).toBeNull();
      expect(await directory.ensurePartner(board.id, named('new', 'acme'), 1)).toEqual(acme);
    });
  });
}

function launchesContract(title: string, withBoard: () => Promise<BoardDirectory>): void {
  describe(`${title} keeps launches and`, () => {
    it('keeps the first launch of a command', async () => {
      const directory = await withBoard();
      await directory.recordLaunch(board.id, launch('c1', 'raci'), 10);
      await directory.recordLaunch(board.id, { ...launch('c1', 'raci'), pageId: 'page:other' }, 20);
      expect(await directory.findLaunch(board.id, 'c1' as CommandId)).toEqual(launch('c1', 'raci'));
      expect(await directory.findLaunch(board.id, 'c2' as CommandId)).toBeNull();
    });

    it('lists launched templates once each, newest first', async () => {
      const directory = await withBoard();
      await directory.recordLaunch(board.id, launch('c1', 'raci'), 10);
      await directory.recordLaunch(board.id, launch('c2', 'vision'), 20);
      await directory.recordLaunch(board.id, launch('c3', 'raci'), 30);
      expect((await directory.find(board.id))?.templateIds).toEqual(['raci', 'vision']);
    });
  });
}

function named(id: string, name: string) {
  return { id: id as PartnerId, name, colour: undefined };
}

function launch(commandId: string, templateId: string): LaunchRecord {
  return {
    commandId: commandId as CommandId,
    templateId,
    pageId: 'page:page',
    bounds: { x: 0.5, y: -20, w: 300, h: 200 },
  };
}
