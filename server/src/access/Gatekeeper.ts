import { timingSafeEqual } from 'node:crypto';
import {
  fail,
  ok,
  type ApiErrorCode,
  type BoardId,
  type LinkId,
  type ParticipantId,
  type Result,
} from '@common-ground/protocol';
import { isLinkPassword } from './linkPasswords.ts';
import { deriveFeedKey, deriveLinkSecret, hashLinkSecret } from './linkSecrets.ts';
import type { LinkRecord, LinkState, LinkStore, NewLink } from './LinkStore.ts';
import type { ParticipantRecord, ParticipantStore } from './ParticipantStore.ts';
import { parseParticipantToken, signParticipantToken } from './participantTokens.ts';

type Refusal = Extract<
  ApiErrorCode,
  | 'board_or_link_unknown'
  | 'link_revoked'
  | 'link_withdrawn'
  | 'link_expired'
  | 'password_needed'
  | 'password_wrong'
  | 'token_missing'
  | 'token_invalid'
  | 'removed'
>;

const refusalByState = {
  replaced: 'link_revoked',
  withdrawn: 'link_withdrawn',
} as const satisfies Record<Exclude<LinkState, 'open'>, Refusal>;

/** Who may come onto which board: links open it, tokens show who has joined. Holds the server's key. */
export class Gatekeeper {
  readonly #links: LinkStore;
  readonly #participants: ParticipantStore;
  readonly #serverKey: Uint8Array;

  constructor(links: LinkStore, participants: ParticipantStore, serverKey: Uint8Array) {
    this.#links = links;
    this.#participants = participants;
    this.#serverKey = serverKey;
  }

  /** The secret of a link, for its address. */
  secretOf(linkId: LinkId): string {
    return deriveLinkSecret(this.#serverKey, linkId);
  }

  /** A link as it is stored. */
  newLink(linkId: LinkId): NewLink {
    return { id: linkId, secretHash: hashLinkSecret(this.secretOf(linkId)) };
  }

  /** What opens a participant's feed of a board, to whoever has it: 128 bits that derive from the server's key. */
  feedKey(boardId: BoardId, participantId: ParticipantId): string {
    return deriveFeedKey(this.#serverKey, boardId, participantId);
  }

  /** Whether a key is that one. */
  isFeedKey(boardId: BoardId, participantId: ParticipantId, key: string): boolean {
    const [wanted, given] = [Buffer.from(this.feedKey(boardId, participantId)), Buffer.from(key)];
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  }

  /** A participant's token for their board. */
  tokenFor(boardId: BoardId, participantId: ParticipantId, issuedAt: number): string {
    return signParticipantToken(this.#serverKey, { boardId, participantId, issuedAt });
  }

  /**
   * The link that a secret is of, at `now` (server time, ms). An unknown board and a wrong secret take the same way through the
   * store and get the same answer, so that nobody can find out which boards there are.
   */
  async openLink(
    boardId: BoardId,
    { secret, password }: { readonly secret: string; readonly password?: string | undefined },
    now: number,
  ): Promise<Result<LinkRecord, Refusal>> {
    const link = await this.#links.find(boardId, hashLinkSecret(secret));
    if (!link) return fail('board_or_link_unknown');
    if (link.state !== 'open') return fail(refusalByState[link.state]);
    if (link.expiresAt !== null && link.expiresAt <= now) return fail('link_expired');
    if (link.passwordHash === null) return ok(link);
    if (password === undefined) return fail('password_needed');
    return (await isLinkPassword(password, link.passwordHash)) ? ok(link) : fail('password_wrong');
  }

  /** The participant whose token this is, if they may still take part. */
  async admitToken(boardId: BoardId, token: string | null): Promise<Result<ParticipantRecord, Refusal>> {
    if (token === null) return fail('token_missing');
    const payload = parseParticipantToken(this.#serverKey, token);
    if (payload?.boardId !== boardId) return fail('token_invalid');
    return this.admit(boardId, payload.participantId);
  }

  /** A participant, if they may still take part. */
  async admit(boardId: BoardId, participantId: ParticipantId): Promise<Result<ParticipantRecord, Refusal>> {
    const found = await this.#participants.find(boardId, participantId);
    if (!found) return fail('token_invalid');
    if (found.participant.removedAt !== null) return fail('removed');
    return found.linkState === 'open' ? ok(found.participant) : fail(refusalByState[found.linkState]);
  }

  /**
   * Who joins by a link with a token of an earlier visit: the same person again, whatever became of their old link.
   * Null for a newcomer; fails for somebody who was removed.
   */
  async recognise(
    boardId: BoardId,
    token: string | null,
  ): Promise<Result<ParticipantRecord | null, Refusal>> {
    const payload = token === null ? null : parseParticipantToken(this.#serverKey, token);
    if (payload?.boardId !== boardId) return ok(null);
    const found = await this.#participants.find(boardId, payload.participantId);
    if (!found) return ok(null);
    return found.participant.removedAt === null ? ok(found.participant) : fail('removed');
  }
}
