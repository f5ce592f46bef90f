import type { ModeOf } from '../agenda/runningAgenda.ts';
import type { Item } from './tallySchemas.ts';

/** One thing that is rated on a check's scale. */
export interface RatedThing {
  /** The key of its answer in a ballot; see {@link ratingKey}. */
  readonly key: string;
  readonly itemId: string | null;
  readonly questionKey: string | null;
}

/** The key under which a rating is answered: `item`, `.question`, or `item.question`. No id holds a full stop. */
export function ratingKey(itemId: string | null, questionKey: string | null): string {
  return questionKey === null ? (itemId ?? '') : `${itemId ?? ''}.${questionKey}`;
}

/**
 * What a check asks: its questions once; or, where it rates statements, each question of each statement; or each
 * statement as it stands.
 */
export function ratedThings(mode: ModeOf<'check'>, items: readonly Item[]): RatedThing[] {
  const questionKeys = mode.questions.map(({ key }) => key);
  if (mode.statementSectionKeys.length === 0) return questionKeys.map((key) => thing(null, key));
  return items.flatMap(({ itemId }) =>
    questionKeys.length > 0 ? questionKeys.map((key) => thing(itemId, key)) : [thing(itemId, null)],
  );
}

function thing(itemId: string | null, questionKey: string | null): RatedThing {
  return { key: ratingKey(itemId, questionKey), itemId, questionKey };
}
