import { simpleDiffString } from 'lib0/diff';
import { sliceLinear, type LinearEdit, type LinearText } from './LinearText.ts';

/** Units of a text before and after a change, `from` up to `to`, that stand in each other's place. */
export interface ChangedUnits {
  readonly before: { readonly from: number; readonly to: number };
  readonly after: { readonly from: number; readonly to: number };
}

/**
 * The edits that make the units of one text those of another, in order of rising index, each counted in the text
 * before. What is outside of the changed ranges is the same in both; if they do not say so, the smallest single edit.
 */
export function editsBetween(
  before: LinearText,
  after: LinearText,
  changed: readonly ChangedUnits[] = [],
): readonly LinearEdit[] {
  const edits = changed.flatMap((range) => editIn(before, after, range));
  return applyEdits(before.units, edits) === after.units
    ? edits
    : editIn(before, after, whole(before, after));
}

function whole(before: LinearText, after: LinearText): ChangedUnits {
  return { before: { from: 0, to: before.units.length }, after: { from: 0, to: after.units.length } };
}

function editIn(before: LinearText, after: LinearText, range: ChangedUnits): LinearEdit[] {
  const { from, to, newFrom, newTo } = withWholeCharacters(before, after, range);
  const { index, remove, insert } = simpleDiffString(
    before.units.slice(from, to),
    after.units.slice(newFrom, newTo),
  );
  if (remove === 0 && insert === '') return [];
  const at = newFrom + index;
  return [
    behindFirst(before, after, {
      index: from + index,
      remove,
      insert: sliceLinear(after, at, at + insert.length),
    }),
  ];
}

/**
 * The first unit, which the document has not, stays: lines that are put before or taken away from the beginning end
 * with the unit of the next line instead of beginning with their own, which comes to the same.
 */
function behindFirst(before: LinearText, after: LinearText, edit: LinearEdit): LinearEdit {
  const { index, remove, insert } = edit;
  if (index > 0) return edit;
  return { index: 1, remove, insert: sliceLinear(after, 1, insert.units.length + 1) };
}

/** Never cuts a surrogate pair, which Yjs would turn into two unreadable characters. */
function withWholeCharacters({ units }: LinearText, after: LinearText, range: ChangedUnits) {
  const startsInPair = isInPair(units, range.before.from) || isInPair(after.units, range.after.from) ? 1 : 0;
  const endsInPair = isInPair(units, range.before.to) || isInPair(after.units, range.after.to) ? 1 : 0;
  return {
    from: range.before.from - startsInPair,
    newFrom: range.after.from - startsInPair,
    to: range.before.to + endsInPair,
    newTo: range.after.to + endsInPair,
  };
}

function isInPair(units: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(units.slice(Math.max(0, index - 1), index + 1));
}

function applyEdits(units: string, edits: readonly LinearEdit[]): string {
  let result = '';
  let at = 0;
  for (const { index, remove, insert } of edits) {
    result += units.slice(at, index) + insert.units;
    at = index + remove;
  }
  return result + units.slice(at);
}
