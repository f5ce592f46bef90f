import type { BoardId, LinkId, ParticipantId, PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import type { AccessStore, LinkRenewal, NewLink, ParticipantRecord } from './AccessStore.ts';

type Setup = () => { readonly access: AccessStore; readonly directory: BoardDirectory };

/** What any {@link AccessStore} has to do; `setup` makes an empty one and the directory of the same storage. */
export function accessStoreContract(title: string, setup: Setup): void {
  async function withBoards() {
    const { access, directory } = setup();
    await directory.create(board);
    await directory.create(newBoard('c'));
    return access;
  }
  linksContract(title, withBoards);
  participantsContract(title, withBoards);
  revocationContract(title, withBoards);
}

function linksContract(title: string, withBoards: () => Promise<AccessStore>): void {
  describe(`${title} keeps links and`, () => {
    it('finds a link by the hash of its secret, on its own board only', async () => {
      const access = await withBoards();
      const { secretHash } = board.links.contributor;
      expect(await access.findLink(board.id, secretHash)).toEqual({
        id: 'b-contributor',
        role: 'contributor',
        revoked: false,
      });
      expect(await access.findLink('c' as BoardId, secretHash)).toBeNull();
      expect(await access.findLink('unknown' as BoardId, secretHash)).toBeNull();
      expect(await access.findLink(board.id, new Uint8Array([1]))).toBeNull();
    });

    it('lists the open links, one a role', async () => {
      const access = await withBoards();
      const links = await access.openLinks(board.id);
      expect(links.map(({ role }) => role).toSorted()).toEqual(['contributor', 'facilitator', 'observer']);
      expect(await access.openLinks('unknown' as BoardId)).toEqual([]);
    });

    it('renews one link: the old one is known as revoked, the new one is open', async () => {
      const access = await withBoards();
      expect(await access.renewLink(board.id, renewal)).toBe('b-observer');
      expect(await access.findLink(board.id, board.links.observer.secretHash)).toMatchObject({
        revoked: true,
      });
      expect(await access.findLink(board.id, renewed.secretHash)).toEqual({
        id: 'renewed',
        role: 'observer',
        revoked: false,
      });
      const open = await access.openLinks(board.id);
      expect(open.map(({ id }) => id).toSorted()).toEqual(['b-contributor', 'b-facilitator', 'renewed']);
      const others = await access.openLinks('c' as BoardId);
      expect(others.map(({ id }) => id).toSorted()).toEqual(['c-contributor', 'c-facilitator', 'c-observer']);
    });

    it('renews nothing on an unknown board', async () => {
      const access = await withBoards();
      expect(await access.renewLink('unknown' as BoardId, renewal)).toBeNull();
    });
  });
}

function participantsContract(title: string, withBoards: () => Promise<AccessStore>): void {
  describe(`${title} keeps participants and`, () => {
    it('gives back a participant as saved', async () => {
      const access = await withBoards();
      await access.saveParticipant(board.id, alice);
      expect(await access.findParticipant(board.id, alice.id)).toEqual({
        participant: alice,
        linkRevoked: false,
      });
      expect(await access.findParticipant('c' as BoardId, alice.id)).toBeNull();
      expect(await access.findParticipant(board.id, 'bob' as ParticipantId)).toBeNull();
    });

    it('replaces a participant of the same id but keeps when they joined', async () => {
      const access = await withBoards();
      const changed: ParticipantRecord = {
        ...alice,
        name: 'Alicia',
        partnerId: null,
        role: 'observer',
        linkId: 'b-observer' as LinkId,
        removedAt: 3_000,
      };
      await access.saveParticipant(board.id, alice);
      await access.saveParticipant(board.id, { ...changed, joinedAt: 9_999 });
      expect((await access.findParticipant(board.id, alice.id))?.participant).toEqual(changed);
    });

    it('lists participants in the order they joined', async () => {
      const access = await withBoards();
      await access.saveParticipant(board.id, { ...alice, id: 'late' as ParticipantId, joinedAt: 2_000 });
      await access.saveParticipant(board.id, alice);
      expect((await access.participants(board.id)).map(({ id }) => id)).toEqual(['alice', 'late']);
      expect(await access.participants('c' as BoardId)).toEqual([]);
    });

    it('rejects a participant of an unknown board, link or partner', async () => {
      const access = await withBoards();
      await expect(access.saveParticipant('unknown' as BoardId, alice)).rejects.toBeInstanceOf(Error);
      await expect(
        access.saveParticipant(board.id, { ...alice, linkId: 'unknown' as LinkId }),
      ).rejects.toBeInstanceOf(Error);
      await expect(
        access.saveParticipant(board.id, { ...alice, partnerId: 'unknown' as PartnerId }),
      ).rejects.toBeInstanceOf(Error);
    });
  });
}

function revocationContract(title: string, withBoards: () => Promise<AccessStore>): void {
  describe(`${title} keeps who came by which link and`, () => {
    it('tells when the link somebody came by was revoked since', async () => {
      const access = await withBoards();
      await access.saveParticipant(board.id, alice);
      await access.renewLink(board.id, { ...renewal, role: 'contributor' });
      expect((await access.findParticipant(board.id, alice.id))?.linkRevoked).toBe(true);
    });

    it('moves who renews a link to the new one, if they came by the old one', async () => {
      const access = await withBoards();
      await access.saveParticipant(board.id, alice);
      await access.saveParticipant(board.id, { ...alice, id: bob });
      await access.renewLink(board.id, { ...renewal, by: bob });
      expect((await access.findParticipant(board.id, bob))?.participant.linkId).toBe(alice.linkId);
      await access.renewLink(board.id, { ...renewal, role: 'contributor', link: renewedAgain, by: bob });
      expect(await access.findParticipant(board.id, bob)).toMatchObject({
        participant: { linkId: renewedAgain.id },
        linkRevoked: false,
      });
      expect((await access.findParticipant(board.id, alice.id))?.linkRevoked).toBe(true);
    });
  });
}

const board = newBoard('b', { partners: [{ id: 'acme' as PartnerId, name: 'Acme', colour: 'blue' }] });

const renewed: NewLink = { id: 'renewed' as LinkId, secretHash: new Uint8Array([1, 2, 3]) };

const renewedAgain: NewLink = { id: 'renewed-again' as LinkId, secretHash: new Uint8Array([4, 5, 6]) };

const bob = 'bob' as ParticipantId;

const renewal: LinkRenewal = { role: 'observer', link: renewed, at: 2_000, by: bob };

const alice: ParticipantRecord = {
  id: 'alice' as ParticipantId,
  name: 'Alice',
  partnerId: 'acme' as PartnerId,
  role: 'contributor',
  linkId: 'b-contributor' as LinkId,
  joinedAt: 1_500,
  removedAt: null,
};
