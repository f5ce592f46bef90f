import { refusalSchema, type Command } from '@common-ground/workshop';
import { z } from 'zod';

const toldSchema = z.object({ scope: z.enum(['own', 'partner']), reveal: z.enum(['named', 'anonymous']) });

/** What a writer was told: who sees a note until the reveal, and whether it is named then. */
export type Told = z.infer<typeof toldSchema>;

const keptDraftSchema = z.object({
  draftId: z.string(),
  stepKey: z.string(),
  sectionKey: z.string(),
  text: z.string(),
  told: toldSchema,
  /** The note as the server last had it; null for one that has not arrived. */
  base: z.object({ rev: z.number(), text: z.string(), sectionKey: z.string() }).nullable(),
  /** Why the server did not take it. */
  refusal: refusalSchema.nullable(),
});

/** A private note of which something is known on this device only. */
export type KeptDraft = z.infer<typeof keptDraftSchema>;

const keptSchema = z.object({
  drafts: z.array(keptDraftSchema),
  /** What stands in the field for a new note, by step. */
  typing: z.record(z.string(), z.string()),
});

/** All that a device keeps of one person's writing on one board. */
export type KeptWriting = z.infer<typeof keptSchema>;

/** Nothing is kept. */
export const nothingKept: KeptWriting = { drafts: [], typing: {} };

/** Reads what a device kept; nothing where there is none, or where it is no longer readable. */
export function parseKeptWriting(text: string | null): KeptWriting {
  if (text === null) return nothingKept;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return nothingKept;
  }
}

/** The next thing to ask of the server for a note; null when it has everything, or nothing can be sent. */
export function commandFor({ draftId, stepKey, sectionKey, text, told, base }: KeptDraft): Command | null {
  if (text.trim() === '') return null;
  if (base === null) {
    return { type: 'drafts.write', stepKey, sectionKey, told, drafts: [{ draftId, text }] };
  }
  if (text !== base.text) return { type: 'drafts.edit', draftId, rev: base.rev, text };
  if (sectionKey !== base.sectionKey) return { type: 'drafts.move', draftId, rev: base.rev, sectionKey };
  return null;
}

/** A note after the server took a command for it. */
export function afterCommand(draft: KeptDraft, sent: KeptDraft, command: Command): KeptDraft {
  const rev = sent.base === null ? 0 : sent.base.rev + 1;
  const sectionKey = command.type === 'drafts.edit' ? (sent.base?.sectionKey ?? '') : sent.sectionKey;
  return { ...draft, base: { rev, text: sent.text, sectionKey } };
}
