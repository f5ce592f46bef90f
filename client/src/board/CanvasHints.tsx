import { useValue, type Editor } from '@tldraw/tldraw';
import { useState } from 'react';
import classes from './CanvasHints.module.css';
import { AloneHint } from './chrome/AloneHint.tsx';
import { EmptyBoardHint } from './chrome/EmptyBoardHint.tsx';

/** Over the canvas: how to begin on an empty page, and whom to invite when nobody else is here. */
export function CanvasHints({
  editor,
  isAlone,
  mayWrite,
  onAddTemplate,
  onShare,
}: {
  editor: Editor;
  isAlone: boolean;
  mayWrite: boolean;
  onAddTemplate: (() => void) | null;
  onShare: () => void;
}) {
  const [isDismissed, setDismissed] = useState(false);
  const isEmpty = useValue('page is empty', () => editor.getCurrentPageShapeIds().size === 0, [editor]);
  return (
    <>
      {isEmpty && mayWrite && <EmptyBoardHint onAddTemplate={onAddTemplate} />}
      {isAlone && !isDismissed && (
        <div className={classes.alone}>
          <AloneHint onShare={onShare} onDismiss={() => setDismissed(true)} />
        </div>
      )}
    </>
  );
}
