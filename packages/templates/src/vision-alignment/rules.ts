import type { FindingKinds, Found, Target } from '../findings/Finding.ts';
import type { ResultContext } from '../defineTemplate.ts';
import type { StateNote, StateSection } from '../state/BoardState.ts';
import { notesIn } from '../state/BoardState.ts';
import { namesDate } from '../wording/dateParts.ts';
import { namesMeasure } from '../wording/namesMeasure.ts';
import { shortText } from '../wording/shortText.ts';
import { alignmentOf } from './alignment.ts';
import type { VisionTextKey } from './texts.ts';

/** The findings a vision alignment can have. */
export const findings = {
  'objective-without-measure': { severity: 'warning' },
  'objective-without-date': { severity: 'warning' },
  'many-objectives': { severity: 'warning' },
  'empty-brings': { severity: 'warning' },
  'empty-needs': { severity: 'warning' },
  contested: { severity: 'warning' },
} as const satisfies FindingKinds;

/** A code of {@link findings}. */
export type VisionFindingCode = keyof typeof findings;
/** What rules and report are made from. */
export type VisionResults = ResultContext<VisionTextKey, object>;

type VisionFound = Found<VisionFindingCode>;

/** More than this nobody keeps in mind. */
const mostObjectives = 5;

/** Objectives that cannot be checked or are too many, lanes that stayed empty, statements on which partners differ. */
export function rules({ state }: Pick<VisionResults, 'state'>): VisionFound[] {
  const objectives = notesIn(state, 'objectives');
  const contested = alignmentOf(state).filter(({ alignment }) => alignment === 'contested');
  return [
    ...about(
      'objective-without-measure',
      objectives.filter(({ text }) => !namesMeasure(text)),
    ),
    ...about(
      'objective-without-date',
      objectives.filter(({ text }) => !namesDate(text)),
    ),
    ...tooMany(objectives),
    ...emptyLanes(state, 'brings', 'empty-brings'),
    ...emptyLanes(state, 'needs', 'empty-needs'),
    ...contested.map(({ note, questions }): VisionFound => {
      const gap = Math.max(...questions.map((question) => question.gap));
      return { code: 'contested', values: { text: shortText(note.text), gap }, targets: [targetOf(note)] };
    }),
  ];
}

function about(code: VisionFindingCode, notes: readonly StateNote[]): VisionFound[] {
  return notes.map((note) => ({ code, values: { text: shortText(note.text) }, targets: [targetOf(note)] }));
}

function tooMany(objectives: readonly StateNote[]): VisionFound[] {
  if (objectives.length <= mostObjectives) return [];
  const values = { count: objectives.length, most: mostObjectives };
  return [{ code: 'many-objectives', values, targets: objectives.map(targetOf) }];
}

/** Lanes of partners without a note, once somebody has begun to fill in lanes. */
function emptyLanes(
  state: VisionResults['state'],
  kind: 'brings' | 'needs',
  code: VisionFindingCode,
): VisionFound[] {
  const lanes = state.sections.filter(isLane);
  const filled = new Set(state.notes.map(({ sectionKey }) => sectionKey));
  if (!lanes.some(({ key }) => filled.has(key))) return [];
  return state.partners.flatMap(({ id, name }): VisionFound[] => {
    const lane = lanes.find(({ key }) => key === `${kind}:${id}`);
    if (lane === undefined || filled.has(lane.key)) return [];
    return [{ code, values: { partner: name }, targets: [{ kind: 'shape', shapeId: lane.shapeId }] }];
  });
}

function targetOf({ shapeId }: StateNote): Target {
  return { kind: 'shape', shapeId };
}

function isLane({ key, partnerId }: StateSection): boolean {
  return partnerId !== null && /^(?:brings|needs):/u.test(key);
}
