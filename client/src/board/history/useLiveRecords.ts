import type { Editor, TLRecord } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';

/** While people write, what is compared follows at most this often. */
const pauseMs = 500;

/** The board's records as they are now, followed while somebody needs them; none otherwise. */
export function useLiveRecords(editor: Editor | null, isNeeded: boolean): readonly TLRecord[] {
  const [records, setRecords] = useState<readonly TLRecord[]>([]);
  useEffect(() => {
    if (editor === null || !isNeeded) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      timer = null;
      setRecords(liveRecords(editor));
    };
    const stop = editor.store.listen(
      () => {
        timer ??= setTimeout(read, pauseMs);
      },
      { scope: 'document' },
    );
    read();
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [editor, isNeeded]);
  return records;
}

/** The board's own records in an editor's store. */
export function liveRecords({ store }: Editor): readonly TLRecord[] {
  const { document: isDocumentType } = store.scopedTypes;
  return store.allRecords().filter(({ typeName }) => isDocumentType.has(typeName));
}
