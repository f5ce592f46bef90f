import type { ParticipantId } from '@common-ground/protocol';
import type { BoardPerson } from '../chrome/model.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';

/** Everybody who has joined the board and was not removed, you first, with who is here now. */
export function boardPeople(info: BoardInfo, present: ReadonlySet<ParticipantId>): readonly BoardPerson[] {
  return [...info.participants.values()]
    .filter((participant) => !participant.removed)
    .map((participant) => {
      const isYou = participant.id === info.you.participantId;
      return {
        id: participant.id,
        name: participant.name,
        role: participant.role,
        partner: info.partners.find((partner) => partner.id === participant.partnerId) ?? null,
        isYou,
        isHere: isYou || present.has(participant.id),
      };
    })
    .toSorted((a, b) => Number(b.isYou) - Number(a.isYou) || a.name.localeCompare(b.name));
}
