import { z } from 'zod';
import { keyField, lineField, minutesField, sectionKeyField, textField } from '../core/fields.ts';
import { workshopLimits } from '../limits.ts';
import type { Step } from '../Step.ts';

const privacy = z.enum(['anonymous', 'by-partner']);
const sectionKeys = z.array(sectionKeyField).max(workshopLimits.maxSections);
const label = z.string().max(workshopLimits.maxTitleLength);
const scale = z
  .object({
    min: z.number().int().min(-10).max(10),
    max: z.number().int().min(-10).max(10),
    minLabel: label,
    maxLabel: label,
  })
  .refine(({ min, max }) => min < max, { path: ['max'] });
const questions = z
  .array(z.object({ key: keyField, text: textField }))
  .max(workshopLimits.maxQuestions)
  .refine(haveDistinctKeys);

/** {@link Step.mode} as data from outside. */
export const modeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), reviewsActions: z.exactOptional(z.boolean()) }),
  z.object({
    kind: z.literal('private'),
    scope: z.enum(['own', 'partner']),
    reveal: z.enum(['named', 'anonymous']),
    revealBy: z.enum(['all', 'partner']),
    sectionKeys,
    into: z.exactOptional(z.literal('widget')),
  }),
  z.object({ kind: z.literal('group') }),
  z.object({
    kind: z.literal('vote'),
    dots: z.number().int().min(1).max(workshopLimits.maxDots),
    maxPerItem: z.number().int().min(1).max(workshopLimits.maxDots),
    weight: z.enum(['person', 'partner']),
    privacy,
  }),
  z.object({ kind: z.literal('check'), scale, questions, statementSectionKeys: sectionKeys, privacy }),
  z.object({
    kind: z.literal('discuss'),
    topicMinutes: minutesField.nullable(),
    restate: z.exactOptional(z.boolean()),
    sectionKeys: z.exactOptional(sectionKeys),
  }),
  z.object({ kind: z.literal('decide'), sectionKeys: z.exactOptional(sectionKeys) }),
  z.object({
    kind: z.literal('commit'),
    signers: z.enum(['person', 'partner']),
    sectionKeys: z.exactOptional(sectionKeys),
  }),
]);

const fields = {
  title: lineField,
  instruction: textField,
  minutes: minutesField,
  mode: modeSchema,
  focus: z.exactOptional(sectionKeys),
};

/** {@link Step} as data from outside. */
export const stepSchema = z.object({ key: keyField, ...fields }) satisfies z.ZodType<Step>;

/** What can be changed in a step: all but its key. */
export const stepChangesSchema = z.strictObject({
  title: z.exactOptional(fields.title),
  instruction: z.exactOptional(fields.instruction),
  minutes: z.exactOptional(fields.minutes),
  mode: z.exactOptional(fields.mode),
});

/** A whole agenda: at least one step, no key twice. */
export const agendaSchema = z.array(stepSchema).min(1).max(workshopLimits.maxSteps).refine(haveDistinctKeys);

function haveDistinctKeys(values: readonly { readonly key: string }[]): boolean {
  return new Set(values.map(({ key }) => key)).size === values.length;
}
