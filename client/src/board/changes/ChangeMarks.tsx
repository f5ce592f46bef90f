import { react, useValue, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeItem } from './ChangeItem.ts';
import classes from './ChangeMarks.module.css';
import { changeIcons } from './changeStyles.ts';

/** More marks than this at once say nothing more; the list has them all. */
const mostMarks = 400;

/** Marks on the canvas around what changed, each with sign and word. The list says the same to screen readers. */
export function ChangeMarks({
  editor,
  items,
  currentId,
}: {
  editor: Editor;
  items: readonly ChangeItem[];
  currentId: string | null;
}) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      react('place marks of changes', () => {
        const { x, y, z } = editor.getCamera();
        layer.current?.style.setProperty('transform', `scale(${z}) translate(${x}px, ${y}px)`);
        layer.current?.style.setProperty('--mark-scale', String(1 / z));
      }),
    [editor],
  );
  const marked = items.filter(({ shapeId }) => shapeId !== null);
  return (
    <div className={classes.clip} aria-hidden="true">
      <div ref={layer} className={classes.layer}>
        {marked.slice(0, mostMarks).map((item) => (
          <Mark key={item.id} editor={editor} item={item} isCurrent={item.id === currentId} />
        ))}
      </div>
    </div>
  );
}

function Mark({ editor, item, isCurrent }: { editor: Editor; item: ChangeItem; isCurrent: boolean }) {
  const { t } = useTranslation();
  const { kind, shapeId } = item;
  const place = useValue(
    'place of a change',
    () => {
      const shape = editor.getShape(shapeId as TLShapeId);
      if (shape === undefined || editor.getAncestorPageId(shape) !== editor.getCurrentPageId()) return null;
      return editor.getShapePageBounds(shape) ?? null;
    },
    [editor, shapeId],
  );
  if (place === null) return null;
  const Icon = changeIcons[kind];
  return (
    <div
      className={classes.mark}
      data-kind={kind}
      data-current={isCurrent || undefined}
      style={{ left: place.x, top: place.y, width: place.w, height: place.h }}
    >
      <span className={classes.label}>
        <Icon size={14} stroke={2} aria-hidden="true" />
        {t(`changes.kinds.${kind}`)}
      </span>
    </div>
  );
}
