import type { BoardId, LinkId, ParticipantId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import type { LinkRenewal, LinkStore, LinkWithdrawal, NewLink } from './LinkStore.ts';

const board = newBoard('b');
const other = newBoard('c');
const renewed: NewLink = { id: 'renewed' as LinkId, secretHash: new Uint8Array([1, 2, 3]) };
const renewal: LinkRenewal = { role: 'observer', link: renewed, at: 2_000, by: 'bob' as ParticipantId };

const withdrawal: LinkWithdrawal = { role: 'observer', at: 2_000, by: 'bob' as ParticipantId };

const unprotected = { expiresAt: null, passwordHash: null };

/** What any {@link LinkStore} has to do; `setup` makes an empty one and the directory of the same storage. */
export function linkStoreContract(
  title: string,
  setup: () => { readonly links: LinkStore; readonly directory: BoardDirectory },
): void {
  async function withBoards() {
    const { links, directory } = setup();
    await directory.create(board);
    await directory.create(other);
    return links;
  }

  describe(`${title} as a LinkStore`, () => {
    describeChanges(withBoards);
    describeWithdrawal(withBoards);

    it('finds a link by the hash of its secret, on its own board only', async () => {
      const links = await withBoards();
      const { secretHash } = board.links.contributor;
      const link = { id: 'b-contributor', role: 'contributor', state: 'open', ...unprotected };
      expect(await links.find(board.id, secretHash)).toEqual(link);
      expect(await links.find(other.id, secretHash)).toBeNull();
      expect(await links.find('unknown' as BoardId, secretHash)).toBeNull();
      expect(await links.find(board.id, new Uint8Array([1]))).toBeNull();
    });

    it('lists the open links, one a role', async () => {
      const links = await withBoards();
      expect(await idsOf(links, board.id)).toEqual([
        'b-commenter',
        'b-contributor',
        'b-facilitator',
        'b-observer',
      ]);
      expect(await links.listOpen('unknown' as BoardId)).toEqual([]);
    });

    it('renews one link: the old one is known as revoked, the new one is open', async () => {
      const links = await withBoards();
      expect(await links.renew(board.id, renewal)).toEqual({ replaced: 'b-observer' });
      const old = await links.find(board.id, board.links.observer.secretHash);
      expect(old).toEqual({ id: 'b-observer', role: 'observer', state: 'replaced', ...unprotected });
      const link = { id: 'renewed', role: 'observer', state: 'open', ...unprotected };
      expect(await links.find(board.id, renewed.secretHash)).toEqual(link);
      expect(await idsOf(links, board.id)).toEqual([
        'b-commenter',
        'b-contributor',
        'b-facilitator',
        'renewed',
      ]);
      expect(await idsOf(links, other.id)).toEqual([
        'c-commenter',
        'c-contributor',
        'c-facilitator',
        'c-observer',
      ]);
    });

    it('renews nothing on an unknown board', async () => {
      const links = await withBoards();
      expect(await links.renew('unknown' as BoardId, renewal)).toBeNull();
    });
  });
}

function describeChanges(withBoards: () => Promise<LinkStore>): void {
  it('supplies a link only where the role never had one', async () => {
    const links = await withBoards();
    await links.supply(board.id, { role: 'observer', link: renewed, at: 2_000 });
    await links.supply('unknown' as BoardId, { role: 'observer', link: renewed, at: 2_000 });
    expect(await links.find(board.id, renewed.secretHash)).toBeNull();
  });

  it('protects one link: what is left out stays, and null takes it away', async () => {
    const links = await withBoards();
    const passwordHash = new Uint8Array([7, 8]);
    const find = () => links.find(board.id, board.links.observer.secretHash);
    expect(await links.protect(board.id, 'observer', { passwordHash })).toBe(true);
    expect(await links.protect(board.id, 'observer', { expiresAt: 5_000 })).toBe(true);
    expect(await find()).toMatchObject({ expiresAt: 5_000, passwordHash });
    const others = (await links.listOpen(board.id)).filter(({ role }) => role !== 'observer');
    expect(others).toMatchObject([unprotected, unprotected, unprotected]);
    await links.protect(board.id, 'observer', { expiresAt: null, passwordHash: null });
    expect(await find()).toMatchObject(unprotected);
    expect(await links.protect('unknown' as BoardId, 'observer', { expiresAt: 1 })).toBe(false);
  });

  it('renews a protected link with its password and without its end', async () => {
    const links = await withBoards();
    const passwordHash = new Uint8Array([7, 8]);
    await links.protect(board.id, 'observer', { expiresAt: 5_000, passwordHash });
    await links.renew(board.id, renewal);
    expect(await links.find(board.id, renewed.secretHash)).toMatchObject({ expiresAt: null, passwordHash });
  });
}

function describeWithdrawal(withBoards: () => Promise<LinkStore>): void {
  it('withdraws one link: none is in its place, and it cannot be protected', async () => {
    const links = await withBoards();
    expect(await links.withdraw(board.id, withdrawal)).toBe('b-observer');
    expect(await links.find(board.id, board.links.observer.secretHash)).toMatchObject({ state: 'withdrawn' });
    expect(await idsOf(links, board.id)).toEqual(['b-commenter', 'b-contributor', 'b-facilitator']);
    expect(await links.protect(board.id, 'observer', { expiresAt: 5_000 })).toBe(false);
    expect(await links.withdraw(board.id, withdrawal)).toBeNull();
    expect(await links.withdraw('unknown' as BoardId, withdrawal)).toBeNull();
  });

  it('makes an unprotected link anew where one was withdrawn; the withdrawn one is replaced then', async () => {
    const links = await withBoards();
    await links.protect(board.id, 'observer', { passwordHash: new Uint8Array([7]) });
    await links.withdraw(board.id, withdrawal);
    expect(await links.renew(board.id, renewal)).toEqual({ replaced: null });
    const link = { id: 'renewed', role: 'observer', state: 'open', ...unprotected };
    expect(await links.find(board.id, renewed.secretHash)).toEqual(link);
    expect(await links.find(board.id, board.links.observer.secretHash)).toMatchObject({ state: 'replaced' });
  });
}

async function idsOf(links: LinkStore, boardId: BoardId): Promise<readonly string[]> {
  return (await links.listOpen(boardId)).map(({ id }) => String(id)).toSorted();
}
