import type { BoardId, LinkId, ParticipantId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import type { LinkRenewal, LinkStore, NewLink } from './LinkStore.ts';

const board = newBoard('b');
const other = newBoard('c');
const renewed: NewLink = { id: 'renewed' as LinkId, secretHash: new Uint8Array([1, 2, 3]) };
const renewal: LinkRenewal = { role: 'observer', link: renewed, at: 2_000, by: 'bob' as ParticipantId };

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
    it('finds a link by the hash of its secret, on its own board only', async () => {
      const links = await withBoards();
      const { secretHash } = board.links.contributor;
      const link = { id: 'b-contributor', role: 'contributor', revoked: false };
      expect(await links.find(board.id, secretHash)).toEqual(link);
      expect(await links.find(other.id, secretHash)).toBeNull();
      expect(await links.find('unknown' as BoardId, secretHash)).toBeNull();
      expect(await links.find(board.id, new Uint8Array([1]))).toBeNull();
    });

    it('lists the open links, one a role', async () => {
      const links = await withBoards();
      expect(await idsOf(links, board.id)).toEqual(['b-contributor', 'b-facilitator', 'b-observer']);
      expect(await links.listOpen('unknown' as BoardId)).toEqual([]);
    });

    it('renews one link: the old one is known as revoked, the new one is open', async () => {
      const links = await withBoards();
      expect(await links.renew(board.id, renewal)).toBe('b-observer');
      const old = await links.find(board.id, board.links.observer.secretHash);
      expect(old).toEqual({ id: 'b-observer', role: 'observer', revoked: true });
      const link = { id: 'renewed', role: 'observer', revoked: false };
      expect(await links.find(board.id, renewed.secretHash)).toEqual(link);
      expect(await idsOf(links, board.id)).toEqual(['b-contributor', 'b-facilitator', 'renewed']);
      expect(await idsOf(links, other.id)).toEqual(['c-contributor', 'c-facilitator', 'c-observer']);
    });

    it('renews nothing on an unknown board', async () => {
      const links = await withBoards();
      expect(await links.renew('unknown' as BoardId, renewal)).toBeNull();
    });
  });
}

async function idsOf(links: LinkStore, boardId: BoardId): Promise<readonly string[]> {
  return (await links.listOpen(boardId)).map(({ id }) => String(id)).toSorted();
}
