import type { RecordProps, SvgExportContext, TLFontFace, TLResizeInfo, TLShapePartial } from '@tldraw/tldraw';
import { DefaultFontFaces, HTMLContainer, Rectangle2d, ShapeUtil } from '@tldraw/tldraw';
import { createTranslate } from '../../translate.ts';
import { validatorOf } from '../../widget.ts';
import type { Matrix } from '../matrix.ts';
import { matrixOf } from '../matrixOf.ts';
import type { MatrixGeometry } from '../matrixGeometry.ts';
import { matrixGeometry } from '../matrixGeometry.ts';
import { matrixPropSchemas, matrixShapeType } from '../matrixWidget.ts';
import { texts } from '../texts.ts';
import { drawMatrix } from './drawMatrix.tsx';
import { MatrixPanel } from './MatrixPanel.tsx';
import { noWidgetOptions, type WidgetOptions } from '../../widgetOptions.ts';
import type { MatrixShape } from './MatrixShape.ts';

/**
 * The matrix on the canvas: an HTML table whose height follows its rows. Neither height nor the width its columns
 * need is stored, since every browser would write them at once; both are computed from meta and the wished width.
 * The board gives partners and language by `MatrixShapeUtil.configure({partners, language})`.
 */
export class MatrixShapeUtil extends ShapeUtil<MatrixShape> {
  static override type = matrixShapeType;
  static override props: RecordProps<MatrixShape> = {
    w: validatorOf(matrixPropSchemas.w),
    variant: validatorOf(matrixPropSchemas.variant),
  };

  override options: WidgetOptions = noWidgetOptions;

  override getDefaultProps(): MatrixShape['props'] {
    return { w: 1280, variant: 'raci' };
  }

  override getGeometry(shape: MatrixShape): Rectangle2d {
    const { w, h } = geometryOf(shape);
    return new Rectangle2d({ width: w, height: h, isFilled: true });
  }

  override hideRotateHandle(): boolean {
    return true;
  }

  /** Only the width is the people's to choose, and never less than the columns need. */
  override onResize(shape: MatrixShape, info: TLResizeInfo<MatrixShape>): TLShapePartial<MatrixShape> {
    const { initialShape, newPoint, scaleX } = info;
    const wished = Math.abs(geometryOf(initialShape).w * scaleX);
    const { w } = geometryOf({ ...shape, props: { ...shape.props, w: wished } });
    const isMovingLeftEdge = newPoint.x !== initialShape.x;
    const x = isMovingLeftEdge ? initialShape.x + geometryOf(initialShape).w - w : initialShape.x;
    return { id: shape.id, type: shape.type, x, y: initialShape.y, props: { w } };
  }

  override component(shape: MatrixShape) {
    const { w, h } = geometryOf(shape);
    return (
      <HTMLContainer style={{ width: w, height: h }}>
        <MatrixPanel shape={shape} options={this.options} />
      </HTMLContainer>
    );
  }

  override indicator(shape: MatrixShape) {
    const { w, h } = geometryOf(shape);
    return <rect width={w} height={h} rx={8} />;
  }

  override toSvg(shape: MatrixShape, { isDarkMode }: SvgExportContext) {
    const matrix = matrixIn(shape);
    const t = createTranslate(texts, this.options.language());
    return drawMatrix({
      matrix,
      geometry: geometryOf(shape),
      partners: this.options.partners(),
      isDarkMode,
      t,
    });
  }

  override getFontFaces(): TLFontFace[] {
    const { normal } = DefaultFontFaces.tldraw_sans;
    return [normal.normal, normal.bold];
  }

  /** The names in it, for finding and for reading aloud. */
  override getText(shape: MatrixShape): string {
    const { rows, columns } = matrixIn(shape);
    return [...rows, ...columns]
      .map(({ name }) => name)
      .filter((name) => name !== '')
      .join(', ');
  }

  override getAriaDescriptor(shape: MatrixShape): string {
    const { rows, columns } = matrixIn(shape);
    const t = createTranslate(texts, this.options.language());
    const variant = shape.props.variant.toUpperCase();
    return t('matrix.label', { variant, rows: rows.length, columns: columns.length });
  }
}

function geometryOf(shape: MatrixShape): MatrixGeometry {
  const { rows, columns } = matrixIn(shape);
  return matrixGeometry({ rows: rows.length, columns: columns.length }, shape.props.w);
}

function matrixIn({ id, meta, props }: MatrixShape): Matrix {
  return matrixOf(id, meta, props.variant);
}
