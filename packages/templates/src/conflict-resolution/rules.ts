import type { Action } from '@common-ground/workshop';
import type { FindingKinds, Found, Target } from '../findings/Finding.ts';
import type { ResultContext } from '../defineTemplate.ts';
import { dayOf } from '../report/blocks.ts';
import { missingPartners } from '../report/outcomeBlocks.ts';
import type { StateNote } from '../state/BoardState.ts';
import { notesIn } from '../state/BoardState.ts';
import { namesDate } from '../wording/dateParts.ts';
import { namesSomebody } from '../wording/namesSomebody.ts';
import { shortText } from '../wording/shortText.ts';
import { facets } from './parties.ts';
import type { ConflictTextKey } from './texts.ts';
import { weighingOf } from './weighing.ts';

/** The findings a conflict resolution can have. */
export const findings = {
  'level-overdue': { severity: 'error' },
  'party-without-need': { severity: 'warning' },
  'line-without-owner': { severity: 'warning' },
  'line-without-date': { severity: 'warning' },
  'agreement-unsigned': { severity: 'warning' },
  'signatures-void': { severity: 'warning' },
  'line-not-signed': { severity: 'warning' },
  'workable-for-all': { severity: 'insight' },
  'none-workable': { severity: 'insight' },
} as const satisfies FindingKinds;

/** A code of {@link findings}. */
export type ConflictFindingCode = keyof typeof findings;
/** What rules and report are made from. */
export type ConflictResults = ResultContext<ConflictTextKey, object>;

type ConflictFound = Found<ConflictFindingCode>;
type State = ConflictResults['state'];

/** Sections that are filled once the parties have told their views. */
const laterSections = ['shared', 'differing', 'options', 'agreement'] as const;

/** What keeps the parties from an agreement that holds, and which options could become one. Words are not judged. */
export function rules({ state }: Pick<ConflictResults, 'state'>): ConflictFound[] {
  return [
    ...overdue(state),
    ...partiesWithoutNeed(state),
    ...agreementLines(state),
    ...signatures(state),
    ...linesNotSigned(state),
    ...options(state),
  ];
}

function overdue({ now, workshop }: State): ConflictFound[] {
  const { currentLevel, records } = workshop.escalation;
  const record = records.at(-1);
  if (currentLevel === null || record === undefined || record.dueAt >= now) return [];
  const values = { level: record.title, day: dayOf(record.dueAt) };
  return [{ code: 'level-overdue', values, targets: [{ kind: 'escalation' }] }];
}

/** A party is asked for its need once it has told something else, its lane is revealed, or the group is past the views. */
function partiesWithoutNeed(state: State): ConflictFound[] {
  const isPast = laterSections.some((key) => notesIn(state, key).length > 0);
  return state.partners.flatMap(({ id, name }): ConflictFound[] => {
    const lane = state.sections.find(({ key }) => key === `need:${id}`);
    if (lane === undefined || notesIn(state, lane.key).length > 0) return [];
    const hasSpoken = facets.some((facet) => notesIn(state, `${facet}:${id}`).length > 0);
    const isRevealed = state.workshop.reveals.some(({ partnerId }) => partnerId === id);
    if (!isPast && !hasSpoken && !isRevealed) return [];
    const targets: Target[] = [{ kind: 'shape', shapeId: lane.shapeId }];
    return [{ code: 'party-without-need', values: { party: name }, targets }];
  });
}

/** A line is a note of the agreement, completed by the actions that are about it, or an action of its own. */
function agreementLines(state: State): ConflictFound[] {
  const notes = notesIn(state, 'agreement');
  const open = state.workshop.actions.filter(({ status }) => status === 'open');
  const about = (note: StateNote) => state.workshop.actions.filter(({ aboutId }) => aboutId === note.shapeId);
  const isOwned = (note: StateNote) =>
    namesSomebody(note.text, state) || about(note).some((action) => hasOwner(action));
  const isDated = (note: StateNote) => namesDate(note.text) || about(note).some(({ due }) => due !== null);
  const own = open.filter(({ aboutId }) => !notes.some(({ shapeId }) => shapeId === aboutId));
  return [
    ...notes.filter((note) => !isOwned(note)).map((note) => ofNote('line-without-owner', note)),
    ...own.filter((action) => !hasOwner(action)).map((action) => ofAction('line-without-owner', action)),
    ...notes.filter((note) => !isDated(note)).map((note) => ofNote('line-without-date', note)),
    ...own.filter(({ due }) => due === null).map((action) => ofAction('line-without-date', action)),
  ];
}

function signatures(state: State): ConflictFound[] {
  return state.workshop.agreements.flatMap((agreement): ConflictFound[] => {
    const missing = missingPartners(agreement, state);
    if (missing.length === 0) return [];
    const { agreementId, title, voidedCount } = agreement;
    const values = { title: shortText(title), partners: missing.join(', '), count: voidedCount };
    const code = voidedCount > 0 ? 'signatures-void' : 'agreement-unsigned';
    return [{ code, values, targets: [{ kind: 'agreement', agreementId }] }];
  });
}

/** What parties sign is a text of its own, so that no stroke on the canvas voids it: where the two have parted, that is said. */
function linesNotSigned(state: State): ConflictFound[] {
  const signed = state.workshop.agreements
    .filter(({ signatures, signers }) => signers === 'partner' && signatures.length > 0)
    .map(({ text }) => asWords(text));
  if (signed.length === 0) return [];
  return notesIn(state, 'agreement')
    .filter(({ text }) => asWords(text) !== '' && !signed.some((whole) => whole.includes(asWords(text))))
    .map((note) => ofNote('line-not-signed', note));
}

/** A text without what does not change its sense: case, line breaks and double spaces. */
function asWords(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}

function options(state: State): ConflictFound[] {
  const { nearest, options, workable } = weighingOf(state);
  if (options.length === 0) return [];
  const shown = workable.length > 0 ? workable : nearest;
  const values = { options: shown.map(({ note }) => `“${shortText(note.text)}”`).join(', ') };
  const targets = shown.map(({ note }): Target => ({ kind: 'shape', shapeId: note.shapeId }));
  return [{ code: workable.length > 0 ? 'workable-for-all' : 'none-workable', values, targets }];
}

function hasOwner({ owner, partnerId }: Action): boolean {
  return owner !== null || partnerId !== null;
}

function ofNote(code: ConflictFindingCode, { shapeId, text }: StateNote): ConflictFound {
  return { code, values: { text: shortText(text) }, targets: [{ kind: 'shape', shapeId }] };
}

function ofAction(code: ConflictFindingCode, { actionId, what }: Action): ConflictFound {
  return { code, values: { text: shortText(what) }, targets: [{ kind: 'action', actionId }] };
}
