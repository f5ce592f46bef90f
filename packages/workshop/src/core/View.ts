import { roleSchema } from '@common-ground/protocol';
import { z } from 'zod';
import type { DeepReadonly } from './DeepReadonly.ts';
import { participantIdField, partnerIdField, timeField } from './fields.ts';
import { type MechanicName, type Shapes, mechanicNames, shapes } from './shapes.ts';

/** Whose view it is. */
const you = z.object({
  participantId: participantIdField,
  role: roleSchema,
  partnerId: partnerIdField.nullable(),
});

const parts = Object.fromEntries(mechanicNames.map((name) => [name, shapes[name].view])) as unknown as {
  readonly [M in MechanicName]: Shapes[M]['view'];
};

/** All that one participant is shown of the workshop, by mechanic. */
export const workshopViewSchema = z.object({
  /** Server time, ms, when the view was made: countdowns are measured against it, never against the laptop's clock. */
  serverTime: timeField,
  version: z.number().int(),
  you,
  ...parts,
});
/** See {@link workshopViewSchema}. */
export type WorkshopView = DeepReadonly<z.infer<typeof workshopViewSchema>>;
/** One mechanic's part of a {@link WorkshopView}. */
export type MechanicView<M extends MechanicName> = DeepReadonly<z.infer<Shapes[M]['view']>>;
