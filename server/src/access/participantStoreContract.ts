import type { BoardId, LinkId, ParticipantId, PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import type { LinkRenewal, LinkStore } from './LinkStore.ts';
import type { ParticipantRecord, ParticipantStore } from './ParticipantStore.ts';

interface Setup {
  readonly participants: ParticipantStore;
  readonly links: LinkStore;
  readonly directory: BoardDirectory;
}

const board = newBoard('b', { partners: [{ id: 'acme' as PartnerId, name: 'Acme', colour: 'blue' }] });
const alice: ParticipantRecord = {
  id: 'alice' as ParticipantId,
  name: 'Alice',
  partnerId: 'acme' as PartnerId,
  role: 'contributor',
  linkId: 'b-contributor' as LinkId,
  joinedAt: 1_500,
  removedAt: null,
};
const bob = 'bob' as ParticipantId;

/** What any {@link ParticipantStore} has to do; `setup` makes an empty one and the other stores of the same storage. */
export function participantStoreContract(title: string, setup: () => Setup): void {
  async function withBoards() {
    const stores = setup();
    await stores.directory.create(board);
    await stores.directory.create(newBoard('c'));
    return stores;
  }
  peopleContract(title, withBoards);
  revocationContract(title, withBoards);
}

function peopleContract(title: string, withBoards: () => Promise<Setup>): void {
  describe(`${title} as a ParticipantStore`, () => {
    it('gives back a participant as added, on that board only', async () => {
      const { participants } = await withBoards();
      await participants.add(board.id, alice);
      expect(await participants.find(board.id, alice.id)).toEqual({ participant: alice, linkState: 'open' });
      expect(await participants.find('c' as BoardId, alice.id)).toBeNull();
      expect(await participants.find(board.id, bob)).toBeNull();
    });

    it('changes what is named and leaves the rest', async () => {
      const { participants } = await withBoards();
      await participants.add(board.id, alice);
      await participants.add(board.id, { ...alice, id: bob });
      const renamed = { ...alice, name: 'Alicia' };
      expect(await participants.change(board.id, alice.id, { name: 'Alicia' })).toEqual(renamed);
      const rest = {
        partnerId: null,
        role: 'observer',
        linkId: 'b-observer' as LinkId,
        removedAt: 3_000,
      } as const;
      expect(await participants.change(board.id, alice.id, rest)).toEqual({ ...renamed, ...rest });
      expect((await participants.find(board.id, alice.id))?.participant).toEqual({ ...renamed, ...rest });
      expect((await participants.find(board.id, bob))?.participant).toEqual({ ...alice, id: bob });
    });

    it('changes nobody it does not know', async () => {
      const { participants } = await withBoards();
      expect(await participants.change(board.id, bob, { name: 'Bob' })).toBeNull();
      expect(await participants.change('unknown' as BoardId, bob, { name: 'Bob' })).toBeNull();
      expect(await participants.list(board.id)).toEqual([]);
    });

    it('lists participants in the order they joined', async () => {
      const { participants } = await withBoards();
      await participants.add(board.id, { ...alice, id: 'late' as ParticipantId, joinedAt: 2_000 });
      await participants.add(board.id, alice);
      expect((await participants.list(board.id)).map(({ id }) => id)).toEqual(['alice', 'late']);
      expect(await participants.list('c' as BoardId)).toEqual([]);
    });

    it('rejects a participant twice, and one of an unknown board, link or partner', async () => {
      const { participants } = await withBoards();
      await participants.add(board.id, alice);
      const wrong = [
        participants.add(board.id, alice),
        participants.add('unknown' as BoardId, { ...alice, id: bob }),
        participants.add(board.id, { ...alice, id: bob, linkId: 'unknown' as LinkId }),
        participants.add(board.id, { ...alice, id: bob, partnerId: 'unknown' as PartnerId }),
      ];
      for (const attempt of wrong) await expect(attempt).rejects.toBeInstanceOf(Error);
      expect(await participants.list(board.id)).toEqual([alice]);
    });
  });
}

function revocationContract(title: string, withBoards: () => Promise<Setup>): void {
  const link = { id: 'renewed' as LinkId, secretHash: new Uint8Array([1, 2, 3]) };
  const renewal: LinkRenewal = { role: 'contributor', link, at: 2_000, by: bob };

  describe(`${title} keeps who came by which link and`, () => {
    it('tells when that link was revoked since', async () => {
      const { participants, links } = await withBoards();
      await participants.add(board.id, alice);
      await links.renew(board.id, renewal);
      expect((await participants.find(board.id, alice.id))?.linkState).toBe('replaced');
    });

    it('moves who renews a link to the new one, if they came by the old one', async () => {
      const { participants, links } = await withBoards();
      await participants.add(board.id, alice);
      await participants.add(board.id, { ...alice, id: bob });
      const observers = { id: 'observers' as LinkId, secretHash: new Uint8Array([4]) };
      await links.renew(board.id, { ...renewal, role: 'observer', link: observers });
      expect((await participants.find(board.id, bob))?.participant.linkId).toBe(alice.linkId);
      await links.renew(board.id, renewal);
      expect(await participants.find(board.id, bob)).toMatchObject({
        participant: { linkId: link.id },
        linkState: 'open',
      });
      expect((await participants.find(board.id, alice.id))?.linkState).toBe('replaced');
    });

    it('tells when that link was withdrawn, and moves who does it to the facilitators’', async () => {
      const { participants, links } = await withBoards();
      await participants.add(board.id, alice);
      await participants.add(board.id, { ...alice, id: bob, role: 'facilitator' });
      await links.withdraw(board.id, { role: 'contributor', at: 2_000, by: bob });
      expect((await participants.find(board.id, alice.id))?.linkState).toBe('withdrawn');
      expect(await participants.find(board.id, bob)).toMatchObject({
        participant: { linkId: 'b-facilitator' },
        linkState: 'open',
      });
    });
  });
}
