import { z } from 'zod';
import type { AssetId, BoardId, CommandId, ParticipantId, PartnerId } from './ids.ts';
import { limits } from './limits.ts';
import { partnerColours } from './partners.ts';
import { roles } from './roles.ts';

/*
 * Bodies of the HTTP interface, once for both ends. Paths stand in docs/PROTOCOL.md and, generated, at /api/docs.
 */

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** An id from outside, branded. */
export const plainIdSchema = <T extends string>() => id.transform((value) => value as T);
const oneLine = (maxLength: number) =>
  z
    .string()
    .transform((value) =>
      value
        .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(maxLength));

/** A person's or partner's name: one line, control and direction marks taken out. */
export const nameSchema = oneLine(limits.maxNameLength);
/** A board's title: one line. */
export const titleSchema = oneLine(limits.maxTitleLength);
export const roleSchema = z.enum(roles);
export const partnerColourSchema = z.enum(partnerColours);

export const partnerSchema = z.object({
  id: plainIdSchema<PartnerId>(),
  name: z.string(),
  colour: partnerColourSchema,
});

/** A partner as somebody names it: by name alone, or with the colour it should have. */
export const partnerInputSchema = z.union([
  nameSchema.transform((name) => ({ name, colour: undefined })),
  z.object({ name: nameSchema, colour: partnerColourSchema.optional() }),
]);
/** See {@link partnerInputSchema}. */
export type PartnerInput = z.infer<typeof partnerInputSchema>;

/** Choices a template offers, by name; unknown names and values are refused by the template. */
export const templateOptionsSchema = z.record(z.string().max(40), z.string().max(80));
/** See {@link templateOptionsSchema}. */
export type TemplateOptions = z.infer<typeof templateOptionsSchema>;

/** POST /api/boards */
export const createBoardRequest = z.object({
  title: titleSchema,
  templateId: id.optional(),
  templateOptions: templateOptionsSchema.optional(),
  partners: z.array(partnerInputSchema).max(limits.maxPartners).optional(),
});
/** Whole addresses, the secret behind the `#`. */
export const linksSchema = z.object({
  facilitator: z.url(),
  contributor: z.url(),
  commenter: z.url(),
  observer: z.url(),
});
/** See {@link linksSchema}. */
export type BoardLinks = z.infer<typeof linksSchema>;
/** The links that are good now: of every role but the facilitators' a link may have been withdrawn. */
export const openLinksSchema = linksSchema.partial().required({ facilitator: true });
/** See {@link openLinksSchema}. */
export type OpenLinks = z.infer<typeof openLinksSchema>;
export const createBoardResponse = z.object({ boardId: plainIdSchema<BoardId>(), links: linksSchema });

const secret = z.string().min(1).max(128);
const linkPassword = z.string().min(1).max(limits.maxPasswordLength);

/** POST /api/boards/:boardId/invitation: what a link opens, before anybody joins. */
export const invitationRequest = z.object({ secret, password: linkPassword.optional() });
export const invitationResponse = z.object({
  title: z.string(),
  role: roleSchema,
  partners: z.array(partnerSchema),
  /** Names of the templates on the board, newest first. */
  templateIds: z.array(id),
  /** How many people are on the board now. */
  presentCount: z.number().int(),
  /** The step that the workshop is in; null when none is running. `number` counts from 1. */
  step: z.object({ title: z.string(), number: z.number().int(), count: z.number().int() }).nullable(),
});

/** POST /api/boards/:boardId/join */
export const joinRequest = z.object({
  secret,
  password: linkPassword.optional(),
  name: nameSchema,
  partner: partnerInputSchema.optional(),
});
export const joinResponse = z.object({
  participantId: plainIdSchema<ParticipantId>(),
  role: roleSchema,
  token: z.string(),
});

/** PATCH /api/boards/:boardId/links/:role: how a link is protected; what is left out stays, null takes it away. */
export const protectLinkRequest = z.object({
  /** Server time, ms, from when nobody can join by the link any more; who has joined stays. */
  expiresAt: z.number().int().positive().nullable().optional(),
  password: linkPassword.nullable().optional(),
});

/** DELETE /api/boards/:boardId/links/:role: those who lead always have a way in, so theirs is not among them. */
export const withdrawableRoleSchema = roleSchema.exclude(['facilitator']);
/** See {@link withdrawableRoleSchema}. */
export type WithdrawableRole = z.infer<typeof withdrawableRoleSchema>;

/** GET /api/boards/:boardId/links/protection: of every role that has a link. */
export const linkProtectionResponse = z.partialRecord(
  roleSchema,
  z.object({ expiresAt: z.number().int().nullable(), hasPassword: z.boolean() }),
);

/** POST /api/boards/:boardId/ticket, with `Authorization: Bearer <token>` */
export const ticketResponse = z.object({ ticket: z.string(), expiresInMs: z.number().int() });

/** PATCH /api/boards/:boardId */
export const renameBoardRequest = z.object({ title: titleSchema });

/** POST /api/boards/:boardId/successors: the board that follows, answered like a new one. */
export const successorRequest = z.object({ title: titleSchema });

/** PATCH /api/boards/:boardId/me: a participant corrects their own name or partner. */
export const updateMeRequest = z.object({
  name: nameSchema.optional(),
  partner: partnerInputSchema.nullable().optional(),
});

/** POST /api/boards/:boardId/launches: lay out one more template on the board, once per command id. */
export const launchRequest = z.object({
  commandId: plainIdSchema<CommandId>(),
  templateId: id,
  options: templateOptionsSchema.optional(),
});
/** Where the template was laid out: a page of the canvas and its bounds in page px. */
export const launchResponse = z.object({
  pageId: z.string(),
  bounds: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
});

/** POST /api/boards/:boardId/assets, the image as the body */
export const assetResponse = z.object({
  assetId: z.string().transform((value) => value as AssetId),
  mimeType: z.string(),
  w: z.number().int(),
  h: z.number().int(),
  bytes: z.number().int(),
});

/** One choice a template offers when it is launched. */
export const templateOptionSchema = z.object({
  name: z.string(),
  label: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  default: z.string(),
});

/** GET /api/templates */
export const templatesResponse = z.array(
  z.object({
    id,
    name: z.string(),
    purpose: z.string(),
    whenToUse: z.string(),
    whenNot: z.string(),
    groupSize: z.object({ min: z.number().int(), max: z.number().int() }),
    durationMinutes: z.number().int(),
    options: z.array(templateOptionSchema),
  }),
);

/** GET /healthz */
export const healthResponse = z.object({ status: z.enum(['ok', 'storage_trouble']), version: z.string() });
/** GET /readyz */
export const readyResponse = z.object({
  status: z.enum(['ready', 'stopping', 'storage_trouble', 'database_silent']),
});
