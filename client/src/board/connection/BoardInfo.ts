import type { BoardChange, Participant, ParticipantId, Partner, Role } from '@common-ground/protocol';

/** What the server has told of a board and of this person on it. */
export interface BoardInfo {
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly participants: ReadonlyMap<ParticipantId, Participant>;
  readonly you: { readonly participantId: ParticipantId; readonly role: Role };
}

/** The board after a change; null while the first, whole one has not come. */
export function applyBoardChange(info: BoardInfo | null, change: BoardChange): BoardInfo | null {
  const title = change.title ?? info?.title;
  const partners = change.partners ?? info?.partners;
  const you = change.you ?? info?.you;
  if (title === undefined || partners === undefined || you === undefined) return info;
  if (change.participants === undefined) {
    return { title, partners, you, participants: info?.participants ?? new Map() };
  }
  const participants = new Map(info?.participants);
  for (const participant of change.participants) participants.set(participant.id, participant);
  return { title, partners, you, participants };
}
