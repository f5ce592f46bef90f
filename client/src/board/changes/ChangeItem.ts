import { wordsOf, type Attribution, type ChangedRecord, type Comparison } from '@common-ground/board';
import type { Removal, ThreadId } from '@common-ground/protocol';
import type { TLRecord } from '@tldraw/tldraw';

/** What became of something. */
export type ChangeKind = 'added' | 'changed' | 'moved' | 'removed' | 'decision' | 'comment';

/** What about something is another, in the words people have for it. */
export type ChangeDetail = 'text' | 'colour' | 'size' | 'order' | 'lock' | 'contents' | 'style' | 'place';

/** One change as people are told of it. */
export interface ChangeItem extends Attribution {
  /** Unique within a list. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** Where it is to be seen on the canvas; null for what stands elsewhere. */
  readonly shapeId: string | null;
  /** The thread of comments that it is in; missing for what is in none. */
  readonly threadId?: ThreadId;
  /** tldraw's type of the shape, `page`, `decision` or `comment`. */
  readonly type: string;
  /** The words on it, on one line; empty where there are none. */
  readonly words: string;
  /** The words before, where they were others; null otherwise. */
  readonly wordsBefore: string | null;
  readonly details: readonly ChangeDetail[];
}

/** The order in which kinds are told of. */
export const changeKinds: readonly ChangeKind[] = [
  'added',
  'changed',
  'moved',
  'removed',
  'decision',
  'comment',
];

/**
 * What people are told of a comparison: shapes and pages. Arrows' hold on shapes, pictures' files and tldraw's own
 * document record are means to an end. `removals` tell who removed what; the latest counts.
 */
export function changeItems(comparison: Comparison, removals: readonly Removal[]): readonly ChangeItem[] {
  const removalOf = new Map(
    removals.toSorted((one, other) => one.at - other.at).map((one) => [one.shapeId, one]),
  );
  const nothing = { wordsBefore: null, details: [] };
  return [
    ...comparison.added
      .filter(({ record }) => isTold(record))
      .map(({ record, by, at }) => ({ ...itemOf('added', record), ...nothing, by, at })),
    ...comparison.changed.filter(({ after }) => isTold(after)).map(changedItem),
    ...comparison.moved.map(({ after, by, at }) => ({ ...itemOf('moved', after), ...nothing, by, at })),
    ...comparison.removed.filter(isTold).map((record) => {
      const { by = null, at = null } = removalOf.get(record.id) ?? {};
      return { ...itemOf('removed', record), ...nothing, by, at };
    }),
  ];
}

/** How many there are of each kind. */
export function countKinds(items: readonly ChangeItem[]): Readonly<Record<ChangeKind, number>> {
  const counts = { added: 0, changed: 0, moved: 0, removed: 0, decision: 0, comment: 0 };
  for (const { kind } of items) counts[kind] += 1;
  return counts;
}

/** Words on one line. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

function changedItem(change: ChangedRecord): ChangeItem {
  const { after, parts, text, isMoved, by, at } = change;
  const details = new Set(parts.map((part) => detailOf(part, text !== null)));
  if (isMoved) details.add('place');
  const wordsBefore = text === null ? null : onOneLine(text.before);
  return { ...itemOf('changed', after), wordsBefore, details: [...details], by, at };
}

function itemOf(
  kind: ChangeKind,
  record: TLRecord,
): Pick<ChangeItem, 'id' | 'kind' | 'shapeId' | 'type' | 'words'> {
  return {
    id: record.id,
    kind,
    shapeId: record.typeName === 'shape' ? record.id : null,
    type: record.typeName === 'shape' ? record.type : record.typeName,
    words: onOneLine(wordsOf(record)),
  };
}

function isTold({ typeName }: TLRecord): boolean {
  return typeName === 'shape' || typeName === 'page';
}

const details: Readonly<Record<string, ChangeDetail>> = {
  color: 'colour',
  labelColor: 'colour',
  w: 'size',
  h: 'size',
  scale: 'size',
  size: 'size',
  index: 'order',
  isLocked: 'lock',
};

function detailOf(part: string, isOtherText: boolean): ChangeDetail {
  if (part.startsWith('meta.')) return 'contents';
  if (part === 'richText' || part === 'name' || part === 'text') return isOtherText ? 'text' : 'style';
  return details[part] ?? 'style';
}
