import type { PartnerId, Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { type ModeOf, requireMode } from '../agenda/runningAgenda.ts';
import type { Command } from '../core/Command.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import type { PrivateChange } from '../core/Privates.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';
import { isRevealed } from './DraftsState.ts';

/**
 * Adds drafts in the order given. Refuses `terms-changed` when the step no longer treats names as the writer was told:
 * somebody who typed under "without names" must not find the note named.
 */
export function writeDrafts(
  { stepKey, sectionKey, told, drafts }: Extract<Command, { type: 'drafts.write' }>,
  context: Context,
): Result<Outcome, Refusal> {
  const { privates, actor } = context;
  const mode = requireWriting(stepKey, actor.partnerId, context);
  if (!mode.ok) return mode;
  const { scope, reveal } = mode.value;
  if (told.scope !== scope || told.reveal !== reveal) return refuse('terms-changed');
  if (!hasSection(mode.value, sectionKey)) return refuse('section-unknown');
  const takenIds = new Set(privates.drafts.map(({ draftId }) => draftId));
  for (const { draftId } of drafts) {
    if (takenIds.has(draftId)) return refuse('draft-id-taken');
    takenIds.add(draftId);
  }
  const max = workshopLimits.maxDraftsPerPerson;
  const own = privates.drafts.filter((draft) => draft.stepKey === stepKey && draft.authorId === actor.id);
  if (own.length + drafts.length > max) return refuse('drafts-full', { max });
  const missedDate = reveal === 'named' ? missedBy(context) : null;
  const common = {
    stepKey,
    sectionKey,
    scope,
    authorId: actor.id,
    partnerId: actor.partnerId,
    rev: 0,
    ...(missedDate !== null && { missedDate }),
  };
  // No ids in the answer: a receipt must not keep how many notes somebody wrote.
  return accept({
    privateChanges: drafts.map(({ draftId, text }): PrivateChange => ({
      kind: 'put-draft',
      draft: { ...common, draftId, text },
    })),
  });
}

/** The date of the present step that has passed; null for none. */
function missedBy({ now, state: { agenda } }: Context): number | null {
  const until = agenda.phase === 'running' ? agenda.openUntil : null;
  return until !== null && now > until ? until : null;
}

/** The step's mode if that partner's people can write in it now: the group is in it and their lane is unrevealed. */
export function requireWriting(
  stepKey: string,
  partnerId: PartnerId | null,
  { state }: Context,
): Result<ModeOf<'private'>, Refusal> {
  const mode = requireMode(state, stepKey, 'private');
  if (!mode.ok) return mode;
  if (isRevealed(state.drafts, stepKey, partnerId)) return refuse('already-revealed');
  if (state.agenda.phase !== 'running' || state.agenda.currentKey !== stepKey) return refuse('wrong-step');
  return ok(mode.value);
}

/** Whether drafts of the step can be written for that key. */
export function hasSection({ sectionKeys }: ModeOf<'private'>, sectionKey: string): boolean {
  return sectionKeys.length === 0 || sectionKeys.includes(sectionKey);
}
