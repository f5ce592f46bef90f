import type { Partner } from '@common-ground/protocol';
import type { TLDefaultColorTheme } from '@tldraw/tldraw';
import { getDefaultColorTheme } from '@tldraw/tldraw';
import { breakIntoLines, fontPx } from '../../composition/measureText.ts';
import type { Translate } from '../../translate.ts';
import type { Matrix, MatrixColumn, MatrixRow } from '../matrix.ts';
import { lettersOf } from '../matrix.ts';
import type { MatrixGeometry } from '../matrixGeometry.ts';
import { matrixSizes } from '../matrixGeometry.ts';
import type { RaciTextKey } from '../texts.ts';
import type { MatrixLetter } from '../variants.ts';
import type { ColumnGroup } from './columnGroups.ts';
import { columnGroups, partnerName } from './columnGroups.ts';

interface MatrixDrawing {
  readonly matrix: Matrix;
  readonly geometry: MatrixGeometry;
  readonly partners: readonly Partner[];
  readonly isDarkMode: boolean;
  readonly t: Translate<RaciTextKey>;
}

/** The matrix as plain SVG for exported pictures: no HTML in it, so that every viewer shows it. */
export function drawMatrix(drawing: MatrixDrawing) {
  const { matrix, geometry, partners } = drawing;
  const theme = getDefaultColorTheme(drawing);
  const gridH = geometry.headH + matrix.rows.length * matrixSizes.rowH;
  const parts = { drawing, theme, gridH };
  return (
    <g fontFamily="tldraw_sans, sans-serif" fill={theme.text}>
      <rect
        width={geometry.w}
        height={gridH}
        rx={8}
        fill={theme.solid}
        stroke={theme.grey.semi}
        strokeWidth={2}
      />
      <Label text={matrix.variant.toUpperCase()} x={24} y={geometry.headH / 2} w={200} px={20} isBold />
      {matrix.columns.map((column, place) => (
        <ColumnDrawing key={column.id} {...parts} column={column} place={place} />
      ))}
      {columnGroups(matrix.columns, partners).map((group) => (
        <PartnerDrawing key={group.partnerId ?? ''} {...parts} group={group} />
      ))}
      {matrix.rows.map((row, place) => (
        <RowDrawing key={row.id} {...parts} row={row} place={place} />
      ))}
    </g>
  );
}

/** What every part of the drawing needs. */
interface PartProps {
  readonly drawing: MatrixDrawing;
  readonly theme: TLDefaultColorTheme;
  readonly gridH: number;
}

function PartnerDrawing({ group, drawing, theme, gridH }: PartProps & { readonly group: ColumnGroup }) {
  const { matrix, geometry, t } = drawing;
  const first = matrix.columns.findIndex((column) => column.partnerId === group.partnerId);
  const x = matrixSizes.rowHeadW + first * geometry.columnW;
  const w = group.columns.length * geometry.columnW;
  const colour = theme[group.partner?.colour ?? 'grey'];
  const y = matrixSizes.partnerHeadH / 2;
  return (
    <>
      <line x1={x} x2={x} y2={gridH} stroke={theme.grey.semi} strokeWidth={2} />
      <rect x={x} width={w} height={matrixSizes.partnerHeadH} fill={colour.semi} />
      <rect x={x} width={w} height={6} fill={colour.solid} />
      <Label text={partnerName(t, group)} x={x + 16} y={y} w={w - 32} px={20} maxLines={1} isBold />
    </>
  );
}

interface ColumnDrawingProps extends PartProps {
  readonly column: MatrixColumn;
  readonly place: number;
}

function ColumnDrawing({ column, place, drawing, theme, gridH }: ColumnDrawingProps) {
  const { geometry } = drawing;
  const x = matrixSizes.rowHeadW + place * geometry.columnW;
  const y = matrixSizes.partnerHeadH + matrixSizes.columnHeadH / 2;
  return (
    <>
      <line x1={x} x2={x} y1={matrixSizes.partnerHeadH} y2={gridH} stroke={theme.grey.semi} strokeWidth={2} />
      <Label text={column.name} x={x + 16} y={y} w={geometry.columnW - 32} px={20} />
    </>
  );
}

interface RowDrawingProps extends PartProps {
  readonly row: MatrixRow;
  readonly place: number;
}

function RowDrawing({ row, place, drawing, theme }: RowDrawingProps) {
  const { matrix, geometry } = drawing;
  const { rowH, rowHeadW } = matrixSizes;
  const y = geometry.headH + place * rowH;
  return (
    <>
      <line x2={geometry.w} y1={y} y2={y} stroke={theme.grey.semi} strokeWidth={2} />
      <Label text={row.name} x={24} y={y + rowH / 2} w={rowHeadW - 48} px={24} />
      {matrix.columns.map((column, index) => {
        const x = rowHeadW + (index + 0.5) * geometry.columnW;
        const letters = lettersOf(matrix, row.id, column.id);
        return <LettersDrawing key={column.id} letters={letters} x={x} y={y + rowH / 2} theme={theme} />;
      })}
    </>
  );
}

interface LettersDrawingProps {
  readonly letters: readonly MatrixLetter[];
  /** The middle of the cell. */
  readonly x: number;
  readonly y: number;
  readonly theme: TLDefaultColorTheme;
}

/** Letters as in the table (matrix.css): who answers is filled, who does the work is framed. */
function LettersDrawing({ letters, x, y, theme }: LettersDrawingProps) {
  const side = letters.length > 1 ? 36 : 44;
  const pitch = side + 6;
  return letters.map((letter, index) => {
    const left = x - (letters.length * pitch - 6) / 2 + index * pitch;
    const isFilled = letter === 'A';
    const isFramed = letter === 'R' || letter === 'D';
    return (
      <g key={letter}>
        <rect
          x={left}
          y={y - 22}
          width={side}
          height={44}
          rx={8}
          fill={isFilled ? theme.text : theme.grey.semi}
          fillOpacity={isFramed ? 0 : 1}
          stroke={isFramed ? theme.text : 'none'}
          strokeWidth={3}
        />
        <text
          x={left + side / 2}
          y={y}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={26}
          fontWeight={700}
          fill={isFilled ? theme.background : theme.text}
        >
          {letter}
        </text>
      </g>
    );
  });
}

interface LabelProps {
  readonly text: string;
  readonly x: number;
  /** The middle of the text's lines. */
  readonly y: number;
  readonly w: number;
  readonly px: number;
  readonly isBold?: boolean;
  readonly maxLines?: number;
}

/** A text in at most two lines; what does not fit ends in an ellipsis. */
function Label({ text, x, y, w, px, isBold = false, maxLines = 2 }: LabelProps) {
  const lines = breakIntoLines(text, w, { size: 's', bold: isBold, scale: px / fontPx.s });
  const shown = lines.slice(0, maxLines);
  if (lines.length > maxLines) shown.push(`${shown.pop() ?? ''}…`);
  return (
    <text fontSize={px} fontWeight={isBold ? 700 : 400} dominantBaseline="central">
      {shown.map((line, index) => {
        const middle = y + (index - (shown.length - 1) / 2) * px * 1.25;
        return (
          <tspan key={middle} x={x} y={middle}>
            {line}
          </tspan>
        );
      })}
    </text>
  );
}
