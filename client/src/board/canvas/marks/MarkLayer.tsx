import { react, type Box, type Editor } from '@tldraw/tldraw';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './MarkLayer.module.css';
import { useBoundsOnPage } from './useBoundsOnPage.ts';

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

type MarkPlace = 'foot' | 'corner' | 'start' | 'base' | 'end';

/** Something at the middle of a shape's foot or at a corner of it, the upper right (`corner`), the upper left (`start`), the lower left (`base`) or the lower right (`end`), always the same size on screen. */
export function Mark({
  editor,
  shapeId,
  at,
  children,
}: {
  editor: Editor;
  shapeId: string;
  at: MarkPlace;
  children: ReactNode;
}) {
  const bounds = useBoundsOnPage(editor, shapeId);
  if (bounds === null) return null;
  const place = placeOn(bounds, at);
  return (
    <div className={classes.mark} style={{ left: place.x, top: place.y }}>
      {children}
    </div>
  );
}

function placeOn(bounds: Box, at: MarkPlace): { x: number; y: number } {
  if (at === 'foot') return { x: bounds.midX, y: bounds.maxY };
  if (at === 'base') return { x: bounds.minX, y: bounds.maxY };
  if (at === 'end') return { x: bounds.maxX, y: bounds.maxY };
  return { x: at === 'corner' ? bounds.maxX : bounds.minX, y: bounds.minY };
}
