import type { TLRecord, TLRichText } from '@tldraw/tlschema';
import { plainTextPropsOf } from '../text/plainText.ts';
import { plainTextOf } from '../text/richText.ts';

/** The words on a record: a note's text, a frame's or page's name; empty where there are none. */
export function wordsOf(record: TLRecord): string {
  if (record.typeName === 'page') return record.name;
  if (record.typeName !== 'shape') return '';
  const props = record.props as Readonly<Record<string, unknown>>;
  if (props['richText'] !== undefined) return plainTextOf(props['richText'] as TLRichText);
  const [name] = plainTextPropsOf(record.type);
  const text = name === undefined ? undefined : props[name];
  return typeof text === 'string' ? text : '';
}
