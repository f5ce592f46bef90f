import type { Editor, TLEventInfo } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardNotice } from '../../chrome/model.ts';
import { isLockedByHand } from './shapeLocks.ts';

/** Says who may, to somebody who tries to take hold of a locked shape and may not. */
export function useLockNotice(editor: Editor | null, mayLock: boolean): readonly BoardNotice[] {
  const { t } = useTranslation();
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    if (editor === null || mayLock) return undefined;
    const handleEvent = (event: TLEventInfo) => {
      if (event.type === 'pointer' && event.name === 'pointer_down') setTold(triesLocked(editor));
    };
    editor.on('event', handleEvent);
    return () => {
      editor.off('event', handleEvent);
    };
  }, [editor, mayLock]);
  if (!isTold || mayLock) return [];
  return [
    { id: 'locked', tone: 'info', text: t('locks.told'), action: null, onDismiss: () => setTold(false) },
  ];
}

function triesLocked(editor: Editor): boolean {
  if (!editor.isInAny('select', 'eraser')) return false;
  const shape = editor.getShapeAtPoint(editor.inputs.currentPagePoint, { hitInside: true, hitLocked: true });
  return shape !== undefined && isLockedByHand(shape);
}
