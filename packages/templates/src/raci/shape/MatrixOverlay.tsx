import { useValue } from '@tldraw/tldraw';
import type { PartBounds } from '../../widget.ts';
import { boundsOfRange } from '../matrixGeometry.ts';
import { wholeLines } from '../matrixRange.ts';
import type { RangeSelection } from './RangeSelection.ts';
import type { SpokenLine } from './SpokenLine.ts';
import type { LineDrag, LineOnItsWay } from './useLineDrag.ts';
import type { MatrixModel } from './useMatrix.ts';

interface MatrixOverlayProps {
  readonly model: Pick<MatrixModel, 'matrix' | 't'>;
  /** The width that the table is wished to have, px of the page. */
  readonly wishedW: number;
  readonly selection: RangeSelection;
  readonly lineDrag: LineDrag;
  readonly spoken: SpokenLine;
}

/** What lies over the table and is one person's own: the frame of what is selected, where a dragged line would go, and what is said of both. */
export function MatrixOverlay({ model, wishedW, selection, lineDrag, spoken }: MatrixOverlayProps) {
  const { matrix, t } = model;
  const range = useValue('selected range', () => selection.rangeIn(matrix), [selection, matrix]);
  const dragged = useValue(lineDrag.now);
  const text = useValue(spoken.text);
  const counts = { rows: matrix.rows.length, columns: matrix.columns.length };
  const whole = range === null ? null : wholeLines(range, matrix);
  return (
    <>
      {whole !== null && <Frame className="cg-matrix-range" bounds={boundsOfRange(counts, wishedW, whole)} />}
      {dragged !== null && <Frame className="cg-matrix-drop" bounds={gapOf(counts, wishedW, dragged)} />}
      <output className="cg-spoken">
        {whole === null
          ? text
          : t('matrix.selected', {
              rows: whole.bottom - Math.max(0, whole.top) + 1,
              columns: whole.right - Math.max(0, whole.left) + 1,
            })}
      </output>
    </>
  );
}

/** The line between two rows or columns that a dragged one would go into; its frame makes it thick enough to see. */
function gapOf(
  counts: { readonly rows: number; readonly columns: number },
  wishedW: number,
  { line, gap }: LineOnItsWay,
): PartBounds {
  const all = { top: -1, left: -1, bottom: counts.rows - 1, right: counts.columns - 1 };
  const table = boundsOfRange(counts, wishedW, all);
  const before = { ...all, ...(line.kind === 'row' ? { bottom: gap - 1 } : { right: gap - 1 }) };
  const { w, h } = boundsOfRange(counts, wishedW, before);
  return line.kind === 'row' ? { ...table, y: table.y + h, h: 0 } : { ...table, x: w, w: 0 };
}

function Frame({ className, bounds: { x, y, w, h } }: { className: string; bounds: PartBounds }) {
  return <div aria-hidden className={className} style={{ left: x, top: y, width: w, height: h }} />;
}
