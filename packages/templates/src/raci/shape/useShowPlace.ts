import type { TLShapeId } from '@tldraw/tldraw';
import { useEditor } from '@tldraw/tldraw';
import { useMemo } from 'react';
import type { PartBounds } from '../../widget.ts';
import { boundsOfRange } from '../matrixGeometry.ts';
import { matrixOf } from '../matrixOf.ts';
import { rangeBetween } from '../matrixRange.ts';
import type { MatrixPlace } from '../pasteBlock.ts';
import { cameraToShow, cameraToTouch, type CanvasView } from './cameraToShow.ts';
import type { MatrixShape } from './MatrixShape.ts';

const durationMs = 120;

/** Moves the view to places of a matrix. The functions stay the same. */
export interface ShowPlace {
  /** Brings a place into view, as arrow keys do in every table. */
  readonly show: (place: MatrixPlace) => void;
  /** Comes near enough for a finger, where fingers are used. */
  readonly bringNear: (place: MatrixPlace) => void;
}

/** How the view follows what is done in a matrix. */
export function useShowPlace(id: TLShapeId): ShowPlace {
  const editor = useEditor();
  return useMemo(() => {
    const move = (place: MatrixPlace, cameraOf: typeof cameraToShow) => {
      const shape = editor.getShape<MatrixShape>(id);
      if (shape === undefined) return;
      const { w, h } = editor.getViewportScreenBounds();
      const view: CanvasView = { ...editor.getCamera(), w, h };
      const { x, y } = editor.getShapePageTransform(id).point();
      const part = boundsOfPlace(shape, place);
      const camera = cameraOf({ ...part, x: part.x + x, y: part.y + y }, view);
      if (camera !== null) editor.setCamera(camera, { animation: { duration: durationMs } });
    };
    return {
      show: (place) => move(place, cameraToShow),
      bringNear: (place) => {
        if (editor.getInstanceState().isCoarsePointer) move(place, cameraToTouch);
      },
    };
  }, [editor, id]);
}

/** A place of the table within its shape; -1 is the head of a row or column. */
function boundsOfPlace({ id, meta, props }: MatrixShape, place: MatrixPlace): PartBounds {
  const { rows, columns } = matrixOf(id, meta, props.variant);
  const counts = { rows: rows.length, columns: columns.length };
  return boundsOfRange(counts, props.w, rangeBetween(place, place));
}
