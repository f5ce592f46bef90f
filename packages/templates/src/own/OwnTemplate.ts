import { nameSchema, type Result, fail, ok, templateOptionsSchema } from '@common-ground/protocol';
import { agendaSchema, type Agenda } from '@common-ground/workshop';
import { z } from 'zod';
import { isTemplateId, templateById } from '../registry.ts';

/** How much an own template may hold; bounds for what comes from a file. */
export const ownTemplateLimits = {
  maxPurposeLength: 200,
  maxTitleLength: 120,
  maxPromptLength: 240,
  maxSections: 80,
  maxAddedSections: 12,
  /** Characters of a file. */
  maxFileLength: 256 * 1024,
} as const;

/** The key of a section; of partners' lanes `<kind>:each`, which stands for every partner's. */
const sectionKey = z.string().regex(/^[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9_-]{1,64})?$/);
const line = (maxLength: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(maxLength));
const title = line(ownTemplateLimits.maxTitleLength).pipe(z.string().min(1));
const prompt = line(ownTemplateLimits.maxPromptLength);
const section = z.strictObject({ key: sectionKey, title, prompt });

/**
 * A template that a facilitator made of one of ours: what was changed of its sections, and its agenda whole. It keeps the
 * rules, pictures and report of the template it is made from.
 */
export const ownTemplateSchema = z.strictObject({
  format: z.literal('common-ground-template'),
  version: z.literal(1),
  /** The template it is made from. */
  base: z.string().refine(isTemplateId, 'This server has no template of that name to build on.'),
  options: templateOptionsSchema,
  name: nameSchema,
  purpose: line(ownTemplateLimits.maxPurposeLength),
  /** Sections with other words; in a lane's title `{partner}` is the partner's name. */
  sections: z.array(section).max(ownTemplateLimits.maxSections),
  removedSections: z.array(sectionKey).max(ownTemplateLimits.maxSections),
  addedSections: z.array(section).max(ownTemplateLimits.maxAddedSections),
  steps: agendaSchema,
});

/** See {@link ownTemplateSchema}. */
export type OwnTemplate = Omit<z.infer<typeof ownTemplateSchema>, 'base' | 'steps'> & {
  readonly base: string;
  readonly steps: Agenda;
};

/** An own template with who keeps it on the server. */
export interface SavedTemplate {
  readonly id: string;
  /** The name of whoever saved it, or brought its file. */
  readonly addedBy: string;
  /** Server time, ms. */
  readonly addedAt: number;
  readonly template: OwnTemplate;
}

/** What is wrong with a file, and where. */
export interface OwnTemplateFault {
  /** `steps.2.title`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Checks what somebody says is an own template; at most five faults are told. */
export function parseOwnTemplate(value: unknown): Result<OwnTemplate, readonly OwnTemplateFault[]> {
  const parsed = ownTemplateSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.slice(0, 5);
    return fail(faults.map(({ message, path }) => ({ path: path.join('.'), message })));
  }
  const options = templateById(parsed.data.base)?.parseOptions(parsed.data.options);
  if (options?.ok !== true) {
    return fail([{ path: 'options', message: 'The template it is made from has no such options.' }]);
  }
  return ok({ ...parsed.data, options: options.value });
}

/** Reads the text of a file; see {@link parseOwnTemplate}. */
export function parseOwnTemplateFile(text: string): Result<OwnTemplate, readonly OwnTemplateFault[]> {
  if (text.length > ownTemplateLimits.maxFileLength) {
    return fail([{ path: '', message: 'The file is too large to be a template.' }]);
  }
  try {
    return parseOwnTemplate(JSON.parse(text));
  } catch {
    return fail([{ path: '', message: 'The file holds no JSON.' }]);
  }
}

/** A template as the text of a file. */
export function ownTemplateFile(template: OwnTemplate): string {
  return `${JSON.stringify(template, null, 2)}\n`;
}
