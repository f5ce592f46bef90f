import { changedOf, createdOf } from '@common-ground/board';
import type { Comment, News, ParticipantId, Removal } from '@common-ground/protocol';
import type { PublishedWorkshop } from '@common-ground/templates';

/** What there may be news of. */
export interface NewsSources {
  /** Meta of every shape on the canvas. */
  readonly metas: readonly Readonly<Record<string, unknown>>[];
  readonly removals: readonly Removal[];
  readonly workshop: PublishedWorkshop | null;
  /** Those that the participant has not read; those that were removed are no news. */
  readonly comments: readonly Pick<Comment, 'at' | 'by' | 'removedBy'>[];
}

/** How much others did since then (server time, ms); nothing is news to somebody who has never been here before. */
export function readNews(sources: NewsSources, participantId: ParticipantId, since: number | null): News {
  if (since === null) return { since, added: 0, changed: 0, removed: 0, decisions: 0, comments: 0 };
  const isNews = ({ at, by }: { readonly at: number | null; readonly by: ParticipantId | null }): boolean =>
    at !== null && at > since && by !== participantId;
  const added = sources.metas.filter((meta) => isNews(createdOf(meta)));
  const changed = sources.metas.filter((meta) => !isNews(createdOf(meta)) && isNews(changedOf(meta)));
  const decisions = sources.workshop?.decisions ?? [];
  return {
    since,
    added: added.length,
    changed: changed.length,
    removed: new Set(sources.removals.filter(isNews).map(({ shapeId }) => shapeId)).size,
    decisions: decisions.filter(({ at, by }) => isNews({ at, by: by ?? null })).length,
    comments: sources.comments.filter((comment) => comment.removedBy === null && isNews(comment)).length,
  };
}
