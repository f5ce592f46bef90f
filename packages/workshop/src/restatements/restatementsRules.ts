import { mayEdit, type Result } from '@common-ground/protocol';
import { currentStep, requireMode } from '../agenda/runningAgenda.ts';
import type { Command } from '../core/Command.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context, Rules } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';
import { isOfPair, openPairs } from './openPairs.ts';
import { type Restatement, noRestatements } from './RestatementsState.ts';

/** The step goes on only when everybody was heard; a facilitator can go on with a reason, which is kept. */
export const restatementsRules: Rules<'restatements'> = {
  decide: { 'restatements.write': write, 'restatements.answer': answer },
  evolve: {
    'agenda.started': () => noRestatements,
    'restatements.written': (slice, { restatementId, stepKey, byPartnerId, ofPartnerId, text, version }) => {
      const status = 'waiting' as const;
      const written = {
        restatementId,
        stepKey,
        byPartnerId,
        ofPartnerId,
        text,
        version,
        status,
        missing: null,
      };
      const others = slice.restatements.filter((known) => known.restatementId !== restatementId);
      return { ...slice, restatements: [...others, written] };
    },
    'restatements.answered': (slice, { restatementId, heard, missing }) => ({
      ...slice,
      restatements: slice.restatements.map((known) =>
        known.restatementId === restatementId
          ? { ...known, status: heard ? 'heard' : 'not-quite', missing }
          : known,
      ),
    }),
    'restatements.overridden': (slice, { stepKey, reason, openCount, at }) => ({
      ...slice,
      overrides: [...slice.overrides, { stepKey, reason, openCount, at }],
    }),
  },
  view: ({ state, roster, you }) => {
    const { restatements, overrides } = state.restatements;
    const stepKey = currentStep(state)?.key;
    return {
      restatements: restatements.map((restatement) => ({
        ...restatement,
        isYoursToAnswer: mayEdit(you.role) && you.partnerId === restatement.ofPartnerId,
      })),
      open: stepKey === undefined ? [] : openPairs(state, roster, stepKey),
      overrides,
    };
  },
  beforeLeaveStep: (stepKey, { isForward, reason }, { state, roster }) => {
    const openCount = isForward ? openPairs(state, roster, stepKey).length : 0;
    if (openCount === 0) return accept({});
    if (reason === null) return refuse('restatements-open', { count: openCount });
    return accept({ events: [{ type: 'restatements.overridden', stepKey, reason, openCount }] });
  },
};

function write(
  { stepKey, ofPartnerId, text }: Extract<Command, { type: 'restatements.write' }>,
  { state, roster, actor, chance }: Context,
): Result<Outcome, Refusal> {
  const mode = requireMode(state, stepKey, 'discuss');
  if (!mode.ok) return mode;
  if (mode.value.restate !== true) return refuse('wrong-mode');
  if (currentStep(state)?.key !== stepKey) return refuse('wrong-step');
  const byPartnerId = actor.partnerId;
  if (byPartnerId === null) return refuse('no-partner');
  if (byPartnerId === ofPartnerId) return refuse('restate-other');
  if (!roster.partners.some(({ id }) => id === ofPartnerId)) return refuse('partner-unknown');
  const known = state.restatements.restatements.find(
    (one) => one.stepKey === stepKey && isOfPair(one, { byPartnerId, ofPartnerId }),
  );
  if (!known && state.restatements.restatements.length >= workshopLimits.maxRestatements) {
    return refuse('limit-reached', { max: workshopLimits.maxRestatements });
  }
  const restatementId = known?.restatementId ?? chance.newId();
  const version = (known?.version ?? 0) + 1;
  const written = { restatementId, stepKey, byPartnerId, ofPartnerId, text, version };
  return accept({ events: [{ type: 'restatements.written', ...written }], ids: [restatementId] });
}

function answer(
  { restatementId, version, heard, missing }: Extract<Command, { type: 'restatements.answer' }>,
  { state, roster, actor }: Context,
): Result<Outcome, Refusal> {
  const known = state.restatements.restatements.find((one) => one.restatementId === restatementId);
  if (!known) return refuse('restatement-unknown');
  if (state.agenda.phase !== 'running') return refuse('not-running');
  if (actor.partnerId !== known.ofPartnerId) {
    return refuse('not-the-speaker', { partner: nameOf(known, roster.partners) });
  }
  if (known.version !== version) return refuse('restatement-changed');
  if (!heard && missing === null) return refuse('missing-needed');
  const answered = { restatementId, heard, missing: heard ? null : missing };
  return accept({ events: [{ type: 'restatements.answered', ...answered }] });
}

function nameOf(
  { ofPartnerId }: Restatement,
  partners: readonly { readonly id: string; readonly name: string }[],
): string {
  return partners.find(({ id }) => id === ofPartnerId)?.name ?? '';
}
