import type { NewCommentPlace } from '@common-ground/protocol';
import { useValue, type Editor } from '@tldraw/tldraw';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './comments.module.css';
import { placeOfThread } from './placeOfThread.ts';

/** Measures of the popover, screen px. */
const widthPx = 320;
const greatestHeightPx = 420;
const besidePinPx = 24;
const edgePx = 8;

/** A thread beside its pin, kept inside the canvas; on a phone a sheet at its foot. Escape closes it. */
export function CommentPopover({
  editor,
  place,
  title,
  actions = null,
  onClose,
  children,
}: {
  editor: Editor;
  place: NewCommentPlace;
  title: string;
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const at = useValue('place of comment popover', () => besidePin(editor, place), [editor, place]);
  useEffect(() => {
    if (box.current?.contains(document.activeElement) === false) box.current.focus();
  }, []);
  const handleKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    onClose();
    editor.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from wherever the focus is in it
    <dialog
      ref={box}
      open
      aria-label={title}
      tabIndex={-1}
      onKeyDown={handleKeyDown}
      className={classes.popover}
      style={{ left: at.x, top: at.y }}
    >
      <div className={classes.popoverHead}>
        <h2>{title}</h2>
        {actions}
        <button
          type="button"
          className="cg-icon-button"
          aria-label={t('app.close')}
          title={t('app.close')}
          onClick={onClose}
        >
          <IconX size={18} stroke={1.6} aria-hidden="true" />
        </button>
      </div>
      <div className={classes.popoverBody}>{children}</div>
    </dialog>
  );
}

/** Right of the pin, or left of it where there is no room, px of the canvas. */
function besidePin(editor: Editor, place: NewCommentPlace): { x: number; y: number } {
  const { x, y } = editor.pageToViewport(placeOfThread(editor, place));
  const { w, h } = editor.getViewportScreenBounds();
  const right = x + besidePinPx;
  const left = right + widthPx + edgePx > w ? x - besidePinPx - widthPx : right;
  return { x: within(left, w - widthPx), y: within(y - besidePinPx, h - greatestHeightPx) };
}

function within(value: number, most: number): number {
  return Math.max(edgePx, Math.min(value, most - edgePx));
}
