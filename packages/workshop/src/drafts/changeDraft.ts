import type { Result } from '@common-ground/protocol';
import { type Outcome, accept } from '../core/Outcome.ts';
import type { Draft } from '../core/Privates.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context } from '../core/Rules.ts';
import { ownDrafts } from './ownDrafts.ts';
import { hasSection, requireWriting } from './writeDrafts.ts';

/**
 * Changes one draft that is the actor's, or their partner's where the step shares it. Refuses `draft-changed` if it is
 * no longer at the revision the sender saw.
 */
export function changeDraft(
  draftId: string,
  rev: number,
  change: Partial<Pick<Draft, 'text' | 'sectionKey'>>,
  context: Context,
): Result<Outcome, Refusal> {
  const draft = ownDrafts(context.privates, context.actor).find((own) => own.draftId === draftId);
  if (!draft) return refuse('draft-unknown');
  const writing = requireWriting(draft.stepKey, draft.partnerId, context);
  if (!writing.ok) return writing;
  if (draft.rev !== rev) return refuse('draft-changed');
  if (!hasSection(writing.value, change.sectionKey ?? draft.sectionKey)) return refuse('section-unknown');
  const changed: Draft = { ...draft, ...change, rev: rev + 1 };
  return accept({ privateChanges: [{ kind: 'put-draft', draft: changed }] });
}
