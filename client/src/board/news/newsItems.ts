import { changedOf, createdOf, wordsOf, type Attribution } from '@common-ground/board';
import type { Comment, ParticipantId, Removal, ThreadId } from '@common-ground/protocol';
import type { DecisionRecord } from '@common-ground/workshop';
import type { TLRecord, TLShape } from '@tldraw/tldraw';
import { onOneLine, type ChangeItem } from '../changes/ChangeItem.ts';

/** What there may be news of. */
export interface NewsSources {
  readonly records: readonly TLRecord[];
  readonly removals: readonly Removal[];
  readonly decisions: readonly DecisionRecord[];
  /** Comments that this person has not read, with people's names for their ids. */
  readonly comments: readonly UnreadComment[];
}

/** A comment that somebody has not read. */
export interface UnreadComment extends Pick<Comment, 'id' | 'by' | 'at' | 'text'> {
  readonly threadId: ThreadId;
}

/** More than this nobody walks through one by one; the newest are kept. */
const mostItems = 300;

/**
 * What others did since somebody was last here (server time, ms), the oldest first. It follows from the records
 * alone, as the server's count of news does; what was removed is in `removals`.
 */
export function newsItems(sources: NewsSources, you: ParticipantId, since: number): readonly ChangeItem[] {
  const { records, removals, decisions, comments } = sources;
  const isNews = ({ at, by }: Attribution) => at !== null && at > since && by !== you;
  const shapes = records.filter((record) => record.typeName === 'shape');
  const gone = new Map(removals.filter(isNews).map((removal) => [removal.shapeId, removal]));
  for (const { id } of shapes) gone.delete(id);
  return [
    ...shapes.map((shape) => shapeNews(shape, isNews)).filter(isNews),
    ...[...gone.values()].map(removalNews),
    ...decisions.filter(({ at, by }) => isNews({ at, by: by ?? null })).map(decisionNews),
    ...comments.filter(isNews).map(commentNews),
  ]
    .toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
    .slice(-mostItems);
}

function shapeNews(shape: TLShape, isNews: (who: Attribution) => boolean): ChangeItem {
  const created = createdOf(shape.meta);
  return isNews(created)
    ? { ...itemOf(shape), kind: 'added', ...created }
    : { ...itemOf(shape), kind: 'changed', ...changedOf(shape.meta) };
}

function itemOf(shape: TLShape): Omit<ChangeItem, 'kind' | 'by' | 'at'> {
  const { id, type } = shape;
  return { id, shapeId: id, type, words: onOneLine(wordsOf(shape)), wordsBefore: null, details: [] };
}

function removalNews({ shapeId, type, text, by, at }: Removal): ChangeItem {
  const words = onOneLine(text);
  return { id: shapeId, kind: 'removed', shapeId: null, type, words, wordsBefore: null, details: [], by, at };
}

function decisionNews({ decisionId, text, at, by }: DecisionRecord): ChangeItem {
  return { ...saidItem(text), id: decisionId, kind: 'decision', type: 'decision', by: by ?? null, at };
}

function commentNews({ id, threadId, text, at, by }: UnreadComment): ChangeItem {
  return { ...saidItem(text), id, threadId, kind: 'comment', type: 'comment', by, at };
}

/** What stands beside the canvas and is all words. */
function saidItem(text: string): Pick<ChangeItem, 'shapeId' | 'words' | 'wordsBefore' | 'details'> {
  return { shapeId: null, words: onOneLine(text), wordsBefore: null, details: [] };
}
