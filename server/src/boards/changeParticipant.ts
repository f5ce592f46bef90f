import type { BoardId } from '@common-ground/protocol';
import type { ParticipantChange, ParticipantRecord } from '../access/ParticipantStore.ts';
import { ApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';

/**
 * Changes a participant and answers how they are now; null if they are gone. Throws the ApiError to answer when the workshop
 * holds them to their partner: while its drafts are unrevealed whoever joins it would read them, and an answer of theirs is
 * counted for it.
 */
export async function changeParticipant(
  { live, participants, workshops }: Pick<ServerContext, 'live' | 'participants' | 'workshops'>,
  boardId: BoardId,
  { id, partnerId }: ParticipantRecord,
  change: ParticipantChange,
): Promise<ParticipantRecord | null> {
  const write = () => participants.change(boardId, id, change);
  if (change.partnerId === undefined || change.partnerId === partnerId) return write();
  const workshop = await workshops.open(await live.open(boardId));
  return workshop.betweenCommands(() => {
    if (workshop.refusePartnerChange(id)) throw new ApiError('partner_fixed');
    return write();
  });
}
