import { schemaStateOf, type BoardDocument } from '@common-ground/board';
import { atom, type Signal, type TLSchema } from '@tldraw/tldraw';

/**
 * Whether a document has been brought up to this page's versions. Only the server does that, when it loads a board: a
 * copy that is older, opened without the network, is not written until then, or what is written would be in a form
 * that the server has put another in the place of.
 */
export function whenUpToDate(board: BoardDocument, schema: TLSchema): Signal<boolean> {
  const isOlder = () => schemaStateOf(board.doc, schema) === 'migrated';
  const isUpToDate = atom('document is up to date', !isOlder());
  if (isUpToDate.get()) return isUpToDate;
  const handleMeta = () => {
    if (isOlder()) return;
    board.meta.unobserve(handleMeta);
    isUpToDate.set(true);
  };
  board.meta.observe(handleMeta);
  return isUpToDate;
}
