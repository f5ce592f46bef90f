import type * as Y from 'yjs';
import { openBoard } from '../document/BoardDocument.ts';

/**
 * Notices when somebody other than the server writes into the document's `meta`: whoever may edit may write anywhere
 * in a Yjs document, and a false schema there would turn everybody away as too old. `onForeign` gets what puts it back
 * as it was, to be run in a transaction of the server's own. Returns what stops the watch.
 */
export function guardMeta(
  doc: Y.Doc,
  isTrusted: (origin: unknown) => boolean,
  onForeign: (putBack: (doc: Y.Doc) => void) => void,
): () => void {
  const { meta } = openBoard(doc);
  const handleChange = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
    if (isTrusted(transaction.origin)) return;
    const before = new Map([...event.changes.keys].map(([key, { oldValue }]) => [key, oldValue as unknown]));
    onForeign((target) => {
      const current = openBoard(target).meta;
      for (const [key, value] of before) {
        if (value === undefined) current.delete(key);
        else current.set(key, value);
      }
    });
  };
  meta.observe(handleChange);
  return () => meta.unobserve(handleChange);
}
