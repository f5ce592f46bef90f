import {
  partnerColourSchema,
  roleSchema,
  type BoardId,
  type ParticipantId,
  type Role,
} from '@common-ground/protocol';
import { z } from 'zod';
import { readJson } from './readJson.ts';
import type { TextStore } from './TextStore.ts';

const partner = z.object({ name: z.string().min(1), colour: partnerColourSchema.optional() });

/** A partner by name, as this browser remembers it. */
export type RememberedPartner = z.infer<typeof partner>;

const sessionSchema = z.object({
  token: z.string().min(1),
  participantId: z
    .string()
    .min(1)
    .transform((value) => value as ParticipantId),
  secret: z.string().min(1),
  role: roleSchema,
  name: z.string().min(1),
  partner: partner.nullable(),
});

/** How this browser takes part in one board. */
export interface BoardSession {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  /** Signed participant token; goes into the `Authorization` header. */
  readonly token: string;
  /** Secret of the link this browser came by: joins again when the token is no longer good. */
  readonly secret: string;
  /** The role at joining; the server tells the present one. */
  readonly role: Role;
  readonly name: string;
  readonly partner: RememberedPartner | null;
}

/** The session of a board, or null when this browser has none (or a damaged one). */
export function readBoardSession(store: TextStore, boardId: BoardId): BoardSession | null {
  const found = readJson(store, keyOf(boardId), sessionSchema);
  return found === null ? null : { boardId, ...found };
}

/** Remembers the session of its board, in place of an older one. */
export function writeBoardSession(store: TextStore, session: BoardSession): void {
  const { boardId, ...rest } = session;
  store.write(keyOf(boardId), JSON.stringify(rest));
}

/** Forgets the session of a board. */
export function forgetBoardSession(store: TextStore, boardId: BoardId): void {
  store.remove(keyOf(boardId));
}

function keyOf(boardId: BoardId): string {
  return `common-ground/session/${boardId}`;
}
