import type { Mark, Schema } from 'prosemirror-model';
import { isSafeLink } from '../isSafeLink.ts';
import type { Formats } from './LinearText.ts';

const simpleMarks = ['bold', 'italic', 'strike', 'code', 'highlight'] as const;
const linkDefaults = { target: '_blank', rel: 'noopener noreferrer nofollow', class: null } as const;

/** Names of the formats of words. On the units of lines, where merging may leave them, they mean nothing. */
export const markFormatNames: readonly string[] = [...simpleMarks, 'link'];

/** The formats of words with marks. */
export function formatsOfMarks(marks: readonly Mark[]): Formats {
  return parseMarkFormats(Object.fromEntries(marks.map(({ type, attrs }) => [type.name, valueOf(attrs)])));
}

/** The marks of words with formats that `parseMarkFormats` has read. */
export function marksOfFormats(schema: Schema, formats: Formats): Mark[] {
  return Object.entries(formats).map(([name, value]) =>
    schema.mark(name, value === true ? null : { ...linkDefaults, ...(value as object) }),
  );
}

/** Reads formats of words that anybody may have written: unknown ones mean nothing, links lead to the web or to mail. */
export function parseMarkFormats(formats: Formats): Formats {
  const known: Record<string, unknown> = {};
  for (const name of simpleMarks) if (isSet(formats[name])) known[name] = true;
  const link = parseLink(formats['link']);
  if (link !== null) known['link'] = link;
  return known;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function valueOf(attrs: Formats): unknown {
  return Object.keys(attrs).length === 0 ? true : attrs;
}

function parseLink(value: unknown): Formats | null {
  if (typeof value !== 'object' || value === null) return null;
  const attributes = value as Formats;
  const { href } = attributes;
  if (!isSafeLink(href)) return null;
  const link: Record<string, unknown> = { href };
  for (const [name, usual] of Object.entries(linkDefaults)) {
    const given = attributes[name];
    if (given !== usual && (given === null || typeof given === 'string')) link[name] = given;
  }
  return link;
}
