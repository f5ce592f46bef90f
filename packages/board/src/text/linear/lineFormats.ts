import { sameJson } from '../../records/sameJson.ts';

/** One list around a line. */
export interface ListLevel {
  readonly type: 'bullet' | 'ordered';
  /** The number of the first item of an ordered list; 1 unless given. */
  readonly start?: number;
  /** The kind of numbers of an ordered list, as in HTML's `type`. */
  readonly style?: string;
}

/** What a line is; all of it stands in the formats of the unit before the line. */
export interface LineKind {
  /** Level of a heading; a line without is a paragraph. */
  readonly heading?: number;
  /** Direction of writing; `auto` unless given, false for none. */
  readonly dir?: string | false;
  /** The lists around it, from the outermost in. */
  readonly list?: readonly ListLevel[];
  /** A line in a list begins an item unless it is `same`, in the item before; `apart` begins a list of its own. */
  readonly place?: 'same' | 'apart';
}

/** A line's formats before anybody has looked at them. */
type LineFormats = Readonly<Partial<Record<keyof LineKind, unknown>>>;

/** Names of the formats of lines. On words, where merging may leave them, they mean nothing. */
export const lineFormatNames = ['heading', 'dir', 'list', 'place'] as const;

/** Reads what a line is from formats that anybody may have written; what makes no sense is left out. */
export function parseLineKind({ heading, dir, list, place }: LineFormats): LineKind {
  const levels = parseLevels(list);
  return {
    ...(typeof heading === 'number' && Number.isFinite(heading) ? { heading } : {}),
    ...(typeof dir === 'string' && dir !== 'auto' ? { dir } : dir === false ? { dir } : {}),
    ...(levels.length > 0 ? { list: levels } : {}),
    ...(levels.length > 0 && (place === 'same' || place === 'apart') ? { place } : {}),
  };
}

/** Whether two lists are of one kind, so that their items may stand in one. */
export function isSameLevel(a: ListLevel | undefined, b: ListLevel | undefined): boolean {
  return a !== undefined && sameJson(a, b);
}

function parseLevels(value: unknown): ListLevel[] {
  return Array.isArray(value) ? value.flatMap(parseLevel) : [];
}

function parseLevel(value: unknown): ListLevel[] {
  const { type, start, style } = (value ?? {}) as Partial<Record<keyof ListLevel, unknown>>;
  if (type === 'bullet') return [{ type }];
  if (type !== 'ordered') return [];
  return [
    {
      type,
      ...(typeof start === 'number' && Number.isFinite(start) && start !== 1 ? { start } : {}),
      ...(typeof style === 'string' ? { style } : {}),
    },
  ];
}
