import type { BoardId, ParticipantId } from '@common-ground/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { Gatekeeper } from './Gatekeeper.ts';
import { hashLinkPassword } from './linkPasswords.ts';
import type { ParticipantRecord } from './ParticipantStore.ts';
import { SqliteLinkStore } from './SqliteLinkStore.ts';
import { SqliteParticipantStore } from './SqliteParticipantStore.ts';

const key = new Uint8Array(32).fill(7);
const unlinked = newBoard('b');
const boardId = unlinked.id;
const alice: ParticipantRecord = {
  id: 'alice' as ParticipantId,
  name: 'Alice',
  partnerId: null,
  role: 'contributor',
  linkId: unlinked.links.contributor.id,
  joinedAt: 1_000,
  removedAt: null,
};

let linkStore: SqliteLinkStore;
let participants: SqliteParticipantStore;
let gatekeeper: Gatekeeper;
beforeEach(async () => {
  const database = openDatabase(':memory:');
  linkStore = new SqliteLinkStore(database);
  participants = new SqliteParticipantStore(database);
  gatekeeper = new Gatekeeper(linkStore, participants, key);
  const { facilitator, contributor, commenter, observer } = unlinked.links;
  const links = {
    facilitator: gatekeeper.newLink(facilitator.id),
    contributor: gatekeeper.newLink(contributor.id),
    commenter: gatekeeper.newLink(commenter.id),
    observer: gatekeeper.newLink(observer.id),
  };
  await new SqliteBoardDirectory(database).create({ ...unlinked, links });
  await participants.add(boardId, alice);
});

function token(participantId = alice.id, board = boardId): string {
  return gatekeeper.tokenFor(board, participantId, 1_000);
}

function renewContributors(): Promise<unknown> {
  const link = gatekeeper.newLink('new' as typeof alice.linkId);
  return linkStore.renew(boardId, { role: 'contributor', link, at: 2_000, by: 'bob' as ParticipantId });
}

describe('openLink', () => {
  it('knows a link by its secret', async () => {
    const secret = gatekeeper.secretOf(unlinked.links.observer.id);
    expect(await gatekeeper.openLink(boardId, { secret }, 1_000)).toMatchObject({
      ok: true,
      value: { role: 'observer' },
    });
  });

  it('gives the same answer for an unknown board and a wrong secret', async () => {
    const secret = gatekeeper.secretOf(unlinked.links.observer.id);
    const unknown = { ok: false, error: 'board_or_link_unknown' };
    expect(await gatekeeper.openLink('c' as BoardId, { secret }, 1_000)).toEqual(unknown);
    expect(await gatekeeper.openLink(boardId, { secret: 'wrong' }, 1_000)).toEqual(unknown);
  });

  it('says when a link was replaced', async () => {
    const secret = gatekeeper.secretOf(alice.linkId);
    await renewContributors();
    expect(await gatekeeper.openLink(boardId, { secret }, 1_000)).toEqual({
      ok: false,
      error: 'link_revoked',
    });
  });

  it('says when a link was withdrawn, also to those who came by it', async () => {
    const secret = gatekeeper.secretOf(alice.linkId);
    await linkStore.withdraw(boardId, { role: 'contributor', at: 2_000, by: 'bob' as ParticipantId });
    const withdrawn = { ok: false, error: 'link_withdrawn' };
    expect(await gatekeeper.openLink(boardId, { secret }, 1_000)).toEqual(withdrawn);
    expect(await gatekeeper.admitToken(boardId, token())).toEqual(withdrawn);
  });

  it('opens no link from its end on', async () => {
    const secret = gatekeeper.secretOf(unlinked.links.observer.id);
    await linkStore.protect(boardId, 'observer', { expiresAt: 5_000 });
    expect(await gatekeeper.openLink(boardId, { secret }, 4_999)).toMatchObject({ ok: true });
    expect(await gatekeeper.openLink(boardId, { secret }, 5_000)).toEqual({
      ok: false,
      error: 'link_expired',
    });
  });

  it('asks for the password of a link that has one', async () => {
    const secret = gatekeeper.secretOf(unlinked.links.observer.id);
    await linkStore.protect(boardId, 'observer', { passwordHash: await hashLinkPassword('sesame') });
    const open = (password?: string) => gatekeeper.openLink(boardId, { secret, password }, 1_000);
    expect(await open()).toEqual({ ok: false, error: 'password_needed' });
    expect(await open('Sesame')).toEqual({ ok: false, error: 'password_wrong' });
    expect(await open('sesame')).toMatchObject({ ok: true, value: { role: 'observer' } });
  });
});

describe('admitToken', () => {
  it('admits whoever joined', async () => {
    expect(await gatekeeper.admitToken(boardId, token())).toEqual({ ok: true, value: alice });
  });

  it.each([
    ['nothing', null, 'token_missing'],
    ['something else', 'x.y', 'token_invalid'],
  ])('refuses %s', async (_what, given, error) => {
    expect(await gatekeeper.admitToken(boardId, given)).toEqual({ ok: false, error });
  });

  it('refuses a token of another board, and one of somebody who never joined', async () => {
    const invalid = { ok: false, error: 'token_invalid' };
    expect(await gatekeeper.admitToken('c' as BoardId, token())).toEqual(invalid);
    expect(await gatekeeper.admitToken(boardId, token('bob' as ParticipantId))).toEqual(invalid);
  });

  it('refuses whoever was removed', async () => {
    await participants.change(boardId, alice.id, { removedAt: 2_000 });
    expect(await gatekeeper.admitToken(boardId, token())).toEqual({ ok: false, error: 'removed' });
  });

  it('refuses whoever came by a link that was replaced', async () => {
    await renewContributors();
    expect(await gatekeeper.admitToken(boardId, token())).toEqual({ ok: false, error: 'link_revoked' });
  });
});

describe('recognise', () => {
  it('knows somebody again, also after their link was replaced', async () => {
    await renewContributors();
    expect(await gatekeeper.recognise(boardId, token())).toEqual({ ok: true, value: alice });
  });

  it('takes everybody else for a newcomer', async () => {
    const newcomer = { ok: true, value: null };
    expect(await gatekeeper.recognise(boardId, null)).toEqual(newcomer);
    expect(await gatekeeper.recognise(boardId, 'x.y')).toEqual(newcomer);
    expect(await gatekeeper.recognise('c' as BoardId, token())).toEqual(newcomer);
    expect(await gatekeeper.recognise(boardId, token('bob' as ParticipantId))).toEqual(newcomer);
  });

  it('refuses whoever was removed', async () => {
    await participants.change(boardId, alice.id, { removedAt: 2_000 });
    expect(await gatekeeper.recognise(boardId, token())).toEqual({ ok: false, error: 'removed' });
  });
});
