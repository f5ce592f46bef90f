import { z } from 'zod';

/*
 * What is told to people who are away: in a board's feed, in its calendar and to webhooks. Once for server and client.
 */

/** What can happen on a board that somebody away wants to hear of. */
export const happeningKinds = [
  'notes-added',
  'step-opened',
  'decision-made',
  'action-due',
  'follow-up',
] as const;
/** See {@link happeningKinds}. */
export type HappeningKind = (typeof happeningKinds)[number];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One thing that happened. No author stands in it: a note may be anonymous, and a feed is read elsewhere. */
export const happeningSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('notes-added'),
    count: z.number().int(),
    /** The first of them. */
    notes: z.array(z.object({ text: z.string(), section: z.string().nullable() })),
  }),
  z.object({
    kind: z.literal('step-opened'),
    title: z.string(),
    instruction: z.string(),
    /** Server time until which it is open, ms; null where no end was set. */
    until: z.number().nullable(),
  }),
  z.object({ kind: z.literal('decision-made'), text: z.string() }),
  z.object({ kind: z.literal('action-due'), what: z.string(), owner: z.string().nullable(), due: day }),
  z.object({ kind: z.literal('follow-up'), due: day }),
]);
/** See {@link happeningSchema}. */
export type Happening = z.infer<typeof happeningSchema>;

/** A day on which something is to be looked at: an action's due date, or the day to look again. */
export interface DueDay {
  /** Of the action; `follow-up` for the day to look again. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Null for the day to look again. */
  readonly what: string | null;
  readonly owner: string | null;
}

/** GET /api/boards/:boardId/feeds: the addresses of a person's own; whoever knows one can read it. */
export const feedsResponse = z.object({ feed: z.url(), calendar: z.url() });

const plainId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const kinds = z.array(z.enum(happeningKinds)).min(1).max(happeningKinds.length);

/** POST /api/boards/:boardId/webhooks */
export const addWebhookRequest = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  kinds,
});
/** A webhook as facilitators see it. */
export const webhookSchema = z.object({
  id: plainId,
  url: z.string(),
  kinds: z.array(z.enum(happeningKinds)),
  /** What its messages are signed with, `whsec_` and base64. */
  secret: z.string(),
  createdAt: z.number(),
});
/** See {@link webhookSchema}. */
export type Webhook = z.infer<typeof webhookSchema>;

/** How far a message to a webhook has come. */
export const deliverySchema = z.object({
  /** Made of the webhook's id and of what it tells; longer than other ids. */
  id: z.string(),
  webhookId: plainId,
  kind: z.enum([...happeningKinds, 'test']),
  /** When it happened, ms. */
  at: z.number(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.number().int(),
  /** When it is tried again, ms; null once it is over. */
  nextAt: z.number().nullable(),
  /** What the last attempt came to: a status, or a sentence. */
  answer: z.string().nullable(),
});
/** See {@link deliverySchema}. */
export type Delivery = z.infer<typeof deliverySchema>;

/** GET /api/boards/:boardId/webhooks */
export const webhooksResponse = z.object({
  webhooks: z.array(webhookSchema),
  /** The latest, newest first. */
  deliveries: z.array(deliverySchema),
});
