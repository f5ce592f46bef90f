import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import {
  commentsChangeSchema,
  commentsSeenSchema,
  type CommentsChange,
  type CommentsSeen,
} from './comments.ts';
import type { CommandId, ParticipantId, PartnerId } from './ids.ts';
import { partnerSchema, plainIdSchema, roleSchema } from './http.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * Version of this wire, given by a client as `?v=2` when it opens the socket. A client without it is a plain
 * y-websocket client: it gets sync and awareness frames only. A client with another version is closed with
 * `client-too-old`. 2: texts are linear (a page that writes elements must not write any more).
 */
export const protocolVersion = 2;

/**
 * First number of a frame. 0, 1 and 3 are y-websocket's own (y-protocols, PROTOCOL.md); ours start at 100 so that
 * they never meet a number y-websocket takes later.
 */
export const messageType = {
  /** Both ways: y-protocols sync: step 1, step 2 or update. */
  sync: 0,
  /** Both ways: y-protocols awareness update. */
  awareness: 1,
  /** To the server: asks for everybody's awareness. */
  queryAwareness: 3,
  /** To the client: how many of this connection's edit frames are on disk. */
  saved: 100,
  /** To the client: title, partners, people and your own role: whole at first, then what changed. */
  board: 101,
  /** To the client: something that a person on the board should know. */
  notice: 102,
  /** To the client: the workshop as this participant may see it, whole, whenever it changes. */
  workshop: 103,
  /** To the server: what this participant wants done in the workshop. */
  command: 104,
  /** To the client: what became of a command of this connection. */
  commandResult: 105,
  /** To the client: a passing sign of somebody's, such as a reaction; it is stored nowhere. */
  ephemeral: 106,
  /** To the client: threads of comments that are new or changed. */
  comments: 110,
  /** To the client: how many comments of each thread this participant has seen, also elsewhere. */
  commentsSeen: 111,
  /** To the client: the board's snapshots are not the same any more; whoever shows a list of them reads it again. */
  snapshotsChanged: 115,
} as const;

/** Second number of a sync frame (y-protocols/sync). */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Whether a frame carries an edit, and so is counted by {@link encodeSaved}: a sync frame of step 2 or update. */
export function isEditFrame(frame: Uint8Array): boolean {
  return frame[0] === messageType.sync && (frame[1] === syncType.step2 || frame[1] === syncType.update);
}

/** A participant as everybody on the board sees them. */
export const participantSchema = z.object({
  id: z.string().transform((value) => value as ParticipantId),
  name: z.string(),
  partnerId: z
    .string()
    .transform((value) => value as PartnerId)
    .nullable(),
  role: roleSchema,
  removed: z.boolean(),
});
/** See {@link participantSchema}. */
export type Participant = z.infer<typeof participantSchema>;

/** A change to what is known of a board; the first one a connection gets is whole. `participants` are added or replaced by id. */
export const boardChangeSchema = z.object({
  title: z.string().optional(),
  partners: z.array(partnerSchema).optional(),
  participants: z.array(participantSchema).optional(),
  you: z
    .object({ participantId: z.string().transform((value) => value as ParticipantId), role: roleSchema })
    .optional(),
});
/** See {@link boardChangeSchema}. */
export type BoardChange = z.infer<typeof boardChangeSchema>;

/**
 * What somebody on a board is told. Everybody: the server cannot save (the board is read-only meanwhile), or can again. One
 * person: what they did to the canvas was put back, because the board is locked or open for notes only.
 */
export const noticeSchema = z.object({
  code: z.enum(['storage-trouble', 'storage-healed', 'edit-put-back']),
});
/** See {@link noticeSchema}. */
export type Notice = z.infer<typeof noticeSchema>;

/**
 * A command as it travels. What a command may say is the workshop's matter (`parseCommand`); the wire checks the
 * envelope. The id is the client's: a retry carries the same one and has no further effect.
 */
export const commandEnvelopeSchema = z.object({
  commandId: plainIdSchema<CommandId>(),
  command: z.unknown(),
});
/** See {@link commandEnvelopeSchema}. */
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;

/** What became of a command; `result` is the workshop's (`commandResultSchema` there). */
export const commandAnswerSchema = z.object({ commandId: plainIdSchema<CommandId>(), result: z.unknown() });
/** See {@link commandAnswerSchema}. */
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

/** A frame of ours, as a client receives it. Views, results and signs are the workshop's to check. */
export type ServerMessage =
  | { readonly type: 'saved'; readonly count: number }
  | { readonly type: 'board'; readonly change: BoardChange }
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'workshop'; readonly view: unknown }
  | { readonly type: 'commandResult'; readonly answer: CommandAnswer }
  | { readonly type: 'ephemeral'; readonly sign: unknown }
  | { readonly type: 'comments'; readonly change: CommentsChange }
  | { readonly type: 'commentsSeen'; readonly seen: CommentsSeen }
  | { readonly type: 'snapshotsChanged' };

/** The frame `100 • varUint(count)`. */
export function encodeSaved(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.saved);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

/** The frame `101 • varString(JSON)`. */
export function encodeBoardChange(change: BoardChange): Uint8Array {
  return encodeJson(messageType.board, change);
}

/** The frame `102 • varString(JSON)`. */
export function encodeNotice(notice: Notice): Uint8Array {
  return encodeJson(messageType.notice, notice);
}

/** The frame `103 • varString(JSON)`. */
export function encodeWorkshop(view: unknown): Uint8Array {
  return encodeJson(messageType.workshop, view);
}

/** The frame `104 • varString(JSON)`. */
export function encodeCommand(envelope: CommandEnvelope): Uint8Array {
  return encodeJson(messageType.command, envelope);
}

/** The frame `105 • varString(JSON)`. */
export function encodeCommandAnswer(answer: CommandAnswer): Uint8Array {
  return encodeJson(messageType.commandResult, answer);
}

/** The frame `106 • varString(JSON)`. */
export function encodeEphemeral(sign: unknown): Uint8Array {
  return encodeJson(messageType.ephemeral, sign);
}

/** The frame `110 • varString(JSON)`. */
export function encodeComments(change: CommentsChange): Uint8Array {
  return encodeJson(messageType.comments, change);
}

/** The frame `111 • varString(JSON)`. */
export function encodeCommentsSeen(seen: CommentsSeen): Uint8Array {
  return encodeJson(messageType.commentsSeen, seen);
}

/** The frame `115`, with nothing behind the type. */
export function encodeSnapshotsChanged(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.snapshotsChanged);
  return encoding.toUint8Array(encoder);
}

/** Reads the rest of a command frame; fails with the reason when the envelope is not well formed. */
export function decodeCommand(decoder: decoding.Decoder): Result<CommandEnvelope, string> {
  try {
    return ok(commandEnvelopeSchema.parse(readJson(decoder)));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the rest of one of our frames. The decoder stands behind the type number, as y-websocket's message
 * handlers get it. Fails with the reason when the frame is not well formed.
 */
export function decodeServerMessage(type: number, decoder: decoding.Decoder): Result<ServerMessage, string> {
  try {
    switch (type) {
      case messageType.saved:
        return ok({ type: 'saved', count: decoding.readVarUint(decoder) });
      case messageType.board:
        return ok({ type: 'board', change: boardChangeSchema.parse(readJson(decoder)) });
      case messageType.notice:
        return ok({ type: 'notice', notice: noticeSchema.parse(readJson(decoder)) });
      case messageType.workshop:
        return ok({ type: 'workshop', view: readJson(decoder) });
      case messageType.commandResult:
        return ok({ type: 'commandResult', answer: commandAnswerSchema.parse(readJson(decoder)) });
      case messageType.ephemeral:
        return ok({ type: 'ephemeral', sign: readJson(decoder) });
      case messageType.comments:
        return ok({ type: 'comments', change: commentsChangeSchema.parse(readJson(decoder)) });
      case messageType.commentsSeen:
        return ok({ type: 'commentsSeen', seen: commentsSeenSchema.parse(readJson(decoder)) });
      case messageType.snapshotsChanged:
        return ok({ type: 'snapshotsChanged' });
      default:
        return fail(`unknown message type ${type}`);
    }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function encodeJson(type: number, value: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(value));
  return encoding.toUint8Array(encoder);
}

function readJson(decoder: decoding.Decoder): unknown {
  return JSON.parse(decoding.readVarString(decoder));
}
