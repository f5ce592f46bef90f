import { mayEdit, type PartnerId } from '@common-ground/protocol';
import type { Action } from '@common-ground/workshop';
import type { FindingKinds, Found, Target } from '../findings/Finding.ts';
import type { ResultContext } from '../defineTemplate.ts';
import { notesIn } from '../state/BoardState.ts';
import { namesSomebody } from '../wording/namesSomebody.ts';
import { shortText } from '../wording/shortText.ts';
import type { RetrospectiveFormat } from './formats.ts';
import { formatSections } from './formats.ts';
import type { RetrospectiveTextKey } from './texts.ts';
import { trendOf } from './trends.ts';

/** The findings a retrospective can have. */
export const findings = {
  'action-without-owner': { severity: 'warning' },
  'action-without-due': { severity: 'warning' },
  'many-actions': { severity: 'warning' },
  'one-partner-owns-all': { severity: 'warning' },
  'silent-partner': { severity: 'warning' },
  // Told to all, it would single out whoever does not feel safe.
  'low-safety': { severity: 'insight', audience: 'facilitators' },
} as const satisfies FindingKinds;

/** A code of {@link findings}. */
export type RetrospectiveFindingCode = keyof typeof findings;
/** What rules and report are made from. */
export type RetrospectiveResults = ResultContext<
  RetrospectiveTextKey,
  { readonly format: RetrospectiveFormat }
>;

type RetrospectiveFound = Found<RetrospectiveFindingCode>;

/** More than this a group does not carry out. */
const mostActions = 5;
/** Below the middle of the scale people are asked to be careful. */
const safeMean = 3;

/** Actions that will get lost or lie with one partner, voices that were not heard, and how safe it is to speak. */
export function rules(context: Pick<RetrospectiveResults, 'state' | 'options'>): RetrospectiveFound[] {
  const { state } = context;
  const open = state.workshop.actions.filter(({ status }) => status === 'open');
  return [
    ...about(
      'action-without-owner',
      open.filter(({ owner }) => owner === null),
    ),
    ...notesOfNobody(state),
    ...about(
      'action-without-due',
      open.filter(({ due }) => due === null),
    ),
    ...tooMany(open),
    ...onePartner(state.partners, open),
    ...silentPartners(context),
    ...lowSafety(state),
  ];
}

function about(code: RetrospectiveFindingCode, actions: readonly Action[]): RetrospectiveFound[] {
  return actions.map((action) => ({
    code,
    values: { text: shortText(action.what) },
    targets: [targetOf(action)],
  }));
}

/** Notes among the actions that nobody has made an action of, and that name nobody. */
function notesOfNobody(state: RetrospectiveResults['state']): RetrospectiveFound[] {
  const taken = new Set(state.workshop.actions.map(({ aboutId }) => aboutId));
  return notesIn(state, 'actions')
    .filter(({ shapeId, text }) => !taken.has(shapeId) && !namesSomebody(text, state))
    .map(({ shapeId, text }) => ({
      code: 'action-without-owner',
      values: { text: shortText(text) },
      targets: [{ kind: 'shape', shapeId }],
    }));
}

function tooMany(open: readonly Action[]): RetrospectiveFound[] {
  if (open.length <= mostActions) return [];
  const values = { count: open.length, most: mostActions };
  return [{ code: 'many-actions', values, targets: open.map(targetOf) }];
}

/** One action is always one partner's; of several, each a different one's is better. */
function onePartner(
  partners: RetrospectiveResults['state']['partners'],
  open: readonly Action[],
): RetrospectiveFound[] {
  const [partnerId, ...others] = new Set(open.map((action) => action.partnerId));
  const partner = partners.find(({ id }) => id === partnerId);
  if (open.length < 2 || others.length > 0 || partner === undefined || partners.length < 2) return [];
  const values = { partner: partner.name, count: open.length };
  return [{ code: 'one-partner-owns-all', values, targets: open.map(targetOf) }];
}

/**
 * Partners that wrote nothing, as far as that can be known: after a reveal the workshop says who was silent (and
 * keeps quiet where it would give authors away); where everything was written openly, the notes say it.
 */
function silentPartners({
  options,
  state,
}: Pick<RetrospectiveResults, 'state' | 'options'>): RetrospectiveFound[] {
  const notes = formatSections[options.format].flatMap((key) => notesIn(state, key));
  const heard = new Set(notes.map(({ partnerId }) => partnerId));
  const told = new Set(state.workshop.reveals.flatMap(({ silentPartnerIds }) => silentPartnerIds));
  const isOpen = state.workshop.reveals.length === 0 && notes.length > 0 && !heard.has(null);
  const isHere = (partnerId: PartnerId) =>
    state.people.some((one) => one.partnerId === partnerId && !one.removed && mayEdit(one.role));
  return state.partners
    .filter(({ id }) => !heard.has(id) && (isOpen ? isHere(id) : told.has(id)))
    .map(({ id, name }) => {
      return {
        code: 'silent-partner',
        values: { partner: name },
        targets: [{ kind: 'partner', partnerId: id }],
      };
    });
}

function lowSafety(state: RetrospectiveResults['state']): RetrospectiveFound[] {
  const { run } = state.workshop;
  const latest = trendOf(state, 'safety').at(-1);
  // What was felt at an earlier one is no sign of today.
  if (latest === undefined || latest.run !== run?.run || run.isCarried === true) return [];
  if (latest.mean >= safeMean) return [];
  return [{ code: 'low-safety', values: { mean: Math.round(latest.mean * 10) / 10 }, targets: [] }];
}

function targetOf({ actionId }: Action): Target {
  return { kind: 'action', actionId };
}
