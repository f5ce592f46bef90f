import type { BoardId, PartnerInput } from '@common-ground/protocol';
import type { LinkRecord } from '../access/LinkStore.ts';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';
import { ApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';
import { changeParticipant } from './changeParticipant.ts';
import { choosePartner } from './choosePartner.ts';
import { toParticipant } from './LiveBoards.ts';

/** Who comes onto a board, and by what. */
export interface Newcomer {
  readonly link: LinkRecord;
  /** Who they were on an earlier visit; null for somebody new. */
  readonly known: ParticipantRecord | null;
  readonly name: string;
  readonly partner: PartnerInput | undefined;
}

/** How many people may have joined a board for each one that may be connected at a time. */
const participantsPerConnection = 10;

/**
 * Makes somebody a participant in the link's role, or brings them back in it, and tells everybody on the board. Throws the
 * ApiError to answer when the board is full or the partner cannot be added.
 */
export async function joinBoard(
  context: ServerContext,
  boardId: BoardId,
  newcomer: Newcomer,
): Promise<ParticipantRecord> {
  const { live } = context;
  const participant = await (newcomer.known
    ? bringBack(context, boardId, newcomer, newcomer.known)
    : add(context, boardId, newcomer));
  live.announce(boardId, { participants: [toParticipant(participant)] });
  live.setRole(boardId, participant);
  return participant;
}

async function bringBack(
  context: ServerContext,
  boardId: BoardId,
  { link, name, partner }: Newcomer,
  known: ParticipantRecord,
): Promise<ParticipantRecord> {
  const chosen = partner && (await choosePartner(context, boardId, partner, link.role));
  const changed = await changeParticipant(context, boardId, known, {
    name,
    role: link.role,
    linkId: link.id,
    ...(chosen && { partnerId: chosen.id }),
  });
  if (!changed) throw new ApiError('board_or_link_unknown');
  return changed;
}

async function add(
  context: ServerContext,
  boardId: BoardId,
  { link, name, partner }: Newcomer,
): Promise<ParticipantRecord> {
  const { clock, config, ids, participants } = context;
  // Everybody who ever joined is in the list that each newcomer gets, so it must not grow without end.
  const max = participantsPerConnection * config.limits.maxConnectionsPerBoard;
  if ((await participants.list(boardId)).length >= max) throw new ApiError('board_busy');
  const chosen = partner && (await choosePartner(context, boardId, partner, link.role));
  const participant: ParticipantRecord = {
    id: ids.participantId(),
    name,
    partnerId: chosen?.id ?? null,
    role: link.role,
    linkId: link.id,
    joinedAt: clock.now(),
    removedAt: null,
  };
  await participants.add(boardId, participant);
  return participant;
}
