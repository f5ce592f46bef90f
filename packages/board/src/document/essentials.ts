/** Id of the page that every board starts with. */
export const firstPageId = 'page:page';

/** The page that every board starts with, as it stands under its id. */
export const firstPage = { typeName: 'page', name: 'Page 1', index: 'a1', meta: {} } as const;

/** Id of tldraw's document record, one a board. */
export const documentRecordId = 'document:document';

/** tldraw's document record, as it stands under its id. */
export const documentRecord = { typeName: 'document', gridSize: 10, name: '', meta: {} } as const;

/**
 * The page where what has no page of its own belongs: the one the board started with, or, when it is deleted, the
 * one with the smallest id, so that everybody chooses the same. Undefined when there is no page.
 */
export function homePageOf(pageIds: Iterable<string>): string | undefined {
  const ids = [...pageIds];
  return ids.includes(firstPageId) ? firstPageId : ids.toSorted()[0];
}
