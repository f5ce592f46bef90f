import { react, useValue, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './MarkLayer.module.css';

/** Marks over the canvas. It moves with the page: one style changes while somebody pans, however many marks there are. */
export function MarkLayer({ editor, children }: { editor: Editor; children: ReactNode }) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      react('place marks', () => {
        const { x, y, z } = editor.getCamera();
        layer.current?.style.setProperty('transform', `scale(${z}) translate(${x}px, ${y}px)`);
        layer.current?.style.setProperty('--mark-scale', String(1 / z));
      }),
    [editor],
  );
  return (
    <div className={classes.clip}>
      <div ref={layer} className={classes.layer}>
        {children}
      </div>
    </div>
  );
}

/** Something at the middle of a shape's foot or at one of its upper corners, right (`corner`) or left (`start`), always the same size on screen. */
export function Mark({
  editor,
  shapeId,
  at,
  children,
}: {
  editor: Editor;
  shapeId: string;
  at: 'foot' | 'corner' | 'start';
  children: ReactNode;
}) {
  const place = useValue(
    'place of mark',
    () => {
      const bounds = editor.getShapePageBounds(shapeId as TLShapeId);
      if (bounds === undefined) return null;
      if (at === 'foot') return { x: bounds.midX, y: bounds.maxY };
      return { x: at === 'corner' ? bounds.maxX : bounds.minX, y: bounds.minY };
    },
    [editor, shapeId, at],
  );
  if (place === null) return null;
  return (
    <div className={classes.mark} style={{ left: place.x, top: place.y }}>
      {children}
    </div>
  );
}
