import type * as Y from 'yjs';
import { sameJson } from '../../records/sameJson.ts';
import { lineFormatNames, parseLineKind } from './lineFormats.ts';
import {
  breakEmbed,
  breakUnit,
  lineUnit,
  sliceLinear,
  type Formats,
  type LinearEdit,
  type LinearText,
} from './LinearText.ts';
import { markFormatNames, parseMarkFormats } from './markFormats.ts';
import type { UnitLinks } from './UnitLinks.ts';

/** Unicode's sign for an object in a text. */
const objectSign = '\uFFFC';

/**
 * Reads the text of a shape from the document.
 * @throws RangeError when something is embedded in it that has no place in a text.
 */
export function readLinear(text: Y.Text): LinearText {
  return linearOf(text, refuse);
}

/** The same where it is to be written over: what has no place in a text is a sign in it, and goes unless that is wanted. */
export function readLinearToWrite(text: Y.Text): LinearText {
  return linearOf(text, () => objectSign);
}

function refuse(): never {
  throw new RangeError('something is embedded in the text that has no place there');
}

function linearOf(text: Y.Text, unitOfForeign: () => string): LinearText {
  let units: string = lineUnit;
  const formats: Formats[] = [text.getAttributes()];
  for (const { insert, attributes = {} } of text.toDelta() as readonly DeltaPart[]) {
    const part = unitsOf(insert, unitOfForeign);
    units += part;
    for (let count = 0; count < part.length; count += 1) formats.push(attributes);
  }
  return { units, formats };
}

interface DeltaPart {
  readonly insert: unknown;
  readonly attributes?: Formats;
}

function unitsOf(insert: unknown, unitOfForeign: () => string): string {
  if (typeof insert === 'string') return insert.replaceAll(breakUnit, '\uFFFD');
  if ((insert as Partial<typeof breakEmbed> | null)?.type === breakEmbed.type) return breakUnit;
  return unitOfForeign();
}

/**
 * Makes edits, counted in a copy of the text, in the text itself. `links` tell which units of it the copy's are, and
 * follow. Call inside a transaction.
 */
export function writeEdits(text: Y.Text, edits: readonly LinearEdit[], links: UnitLinks): void {
  for (const { index, remove, insert } of edits.toReversed()) {
    for (const { from, length } of links.remove(index, remove)) text.delete(from - 1, length);
    const place = links.insert(index, insert.units.length);
    if (insert.units !== '') text.applyDelta([...retaining(place - 1), ...runsOf(insert).map(insertionOf)]);
  }
}

function retaining(count: number): { retain: number }[] {
  return count === 0 ? [] : [{ retain: count }];
}

/** The insertion of a run. Given formats keep those of the neighbours away, so there must be some. */
function insertionOf({ units, formats }: LinearText): { insert: string | object; attributes: Formats } {
  return { insert: units === breakUnit ? breakEmbed : units, attributes: { ...formats[0] } };
}

/** Parts that can be put in at once. */
function runsOf(linear: LinearText): LinearText[] {
  const { units, formats } = linear;
  const runs: LinearText[] = [];
  let from = 0;
  for (let to = 1; to <= units.length; to += 1) {
    const goesOn =
      to < units.length &&
      units[to] !== breakUnit &&
      units[from] !== breakUnit &&
      sameJson(formats[to], formats[from]);
    if (goesOn) continue;
    runs.push(sliceLinear(linear, from, to));
    from = to;
  }
  return runs;
}

/**
 * Gives the units of the text the formats that they have in a copy with the same units, where they mean something else.
 * Units that are not in both stay as they are. Call inside a transaction.
 */
export function writeFormats(text: Y.Text, copy: LinearText, links: UnitLinks): void {
  for (const { unit, length, change } of changesOf(readLinear(text), copy, links)) {
    if (unit === 0) writeFirstLine(text, change);
    else text.format(unit - 1, length, { ...change });
  }
}

interface FormatChange {
  readonly unit: number;
  length: number;
  readonly change: Formats;
}

/** What changes of the units that are in both; neighbours that change alike as one, the first unit alone. */
function changesOf(shared: LinearText, copy: LinearText, links: UnitLinks): readonly FormatChange[] {
  const changes: FormatChange[] = [];
  let known = null as Comparison | null;
  for (let at = 0; at < copy.units.length; at += 1) {
    const unit = links.unitOf(at);
    if (unit === null) continue;
    const isLine = copy.units[at] === lineUnit;
    const [from = {}, to = {}] = [shared.formats[unit], copy.formats[at]];
    // Neighbours mostly have the very same formats.
    if (known?.isLine !== isLine || known.from !== from || known.to !== to)
      known = { isLine, from, to, change: changeBetween(isLine, from, to) };
    const { change } = known;
    if (change === null) continue;
    const run = changes.at(-1);
    const goesOn = run !== undefined && run.unit > 0 && run.unit + run.length === unit;
    if (goesOn && sameJson(run.change, change)) run.length += 1;
    else changes.push({ unit, length: 1, change });
  }
  return changes;
}

interface Comparison {
  readonly isLine: boolean;
  readonly from: Formats;
  readonly to: Formats;
  readonly change: Formats | null;
}

function changeBetween(isLine: boolean, from: Formats, to: Formats): Formats | null {
  if (from === to) return null;
  const [known, wanted] = isLine
    ? [{ ...parseLineKind(from) } as Formats, { ...parseLineKind(to) } as Formats]
    : [parseMarkFormats(from), parseMarkFormats(to)];
  const names = (isLine ? lineFormatNames : markFormatNames).filter(
    (name) => !sameJson(known[name], wanted[name]),
  );
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, wanted[name] ?? null]));
}

function writeFirstLine(text: Y.Text, change: Formats): void {
  for (const [name, value] of Object.entries(change)) {
    if (value === null) text.removeAttribute(name);
    else text.setAttribute(name, value);
  }
}
