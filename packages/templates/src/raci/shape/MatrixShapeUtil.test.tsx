import type { Partner, PartnerId } from '@common-ground/protocol';
import type { Editor, TLShapeId } from '@tldraw/tldraw';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { addRow, renameRow, setLetters, startMatrix } from '../matrixEdits.ts';
import { parseMatrix } from '../matrix.ts';
import { matrixGeometry, matrixSizes } from '../matrixGeometry.ts';
import { createTranslate } from '../../translate.ts';
import { texts } from '../texts.ts';
import { drawMatrix } from './drawMatrix.tsx';
import type { MatrixShape } from './MatrixShape.ts';
import { MatrixShapeUtil } from './MatrixShapeUtil.tsx';

const harbour: Partner = { id: 'harbour' as PartnerId, name: 'Harbour <Trust>', colour: 'blue' };

const shapeWith = (meta: MatrixShape['meta'], w = 1280) =>
  ({
    id: 'shape:m' as TLShapeId,
    type: 'responsibility-matrix',
    x: 0,
    y: 0,
    meta,
    props: { w, variant: 'raci' },
  }) as MatrixShape;

describe('the matrix on the canvas', () => {
  // The parts tested here ask nothing of the editor.
  const util = new MatrixShapeUtil(undefined as unknown as Editor);
  const meta = startMatrix(2, [harbour.id, harbour.id]);

  it('is as high as its rows', () => {
    const more = { ...meta, ...addRow(parseMatrix(meta, 'raci'), { id: 'third' }) };
    const [before, after] = [meta, more].map((meta) => util.getGeometry(shapeWith(meta)).bounds.h);
    expect(after).toBe((before ?? 0) + matrixSizes.rowH);
  });

  it('is as wide as wished, and wider where its columns need it', () => {
    expect(util.getGeometry(shapeWith(meta)).bounds.w).toBe(1280);
    expect(util.getGeometry(shapeWith(meta, 10)).bounds.w).toBe(
      matrixSizes.rowHeadW + 2 * matrixSizes.minColumnW,
    );
  });

  it('refuses props that are not its own', () => {
    const { w, variant } = MatrixShapeUtil.props;
    expect(() => w.validate(-1)).toThrow(/too_small/);
    expect(() => w.validate(Number.NaN)).toThrow(/invalid_type/);
    expect(() => variant.validate('rumba')).toThrow(/invalid_value/);
    expect(variant.validate('daci')).toBe('daci');
  });

  it('speaks of itself by the names in it', () => {
    const named = shapeWith({ ...meta, ...renameRow('row1', 'Write the budget') });
    expect(util.getText(named)).toBe('Write the budget');
    expect(util.getAriaDescriptor(named)).toBe('RACI matrix: 2 rows, 2 columns');
  });
});

describe('an exported matrix', () => {
  it('shows partners, names and letters as plain SVG', () => {
    const meta = {
      ...startMatrix(2, [harbour.id, null]),
      ...renameRow('row1', 'Write the budget'),
      ...setLetters('row1', 'column1', ['R', 'A']),
    };
    const matrix = parseMatrix(meta, 'raci');
    const svg = renderToStaticMarkup(
      drawMatrix({
        matrix,
        geometry: matrixGeometry({ rows: 2, columns: 2 }, 1280),
        partners: [harbour],
        isDarkMode: false,
        t: createTranslate(texts, 'en'),
      }),
    );
    for (const text of ['Harbour &lt;Trust&gt;', 'No partner', 'Write the budget', '>R<', '>A<', '>RACI<']) {
      expect(svg).toContain(text);
    }
    expect(svg).not.toContain('foreignObject');
  });
});
