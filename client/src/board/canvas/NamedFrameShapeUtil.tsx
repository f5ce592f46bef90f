import { firstLines, fontPx } from '@common-ground/templates/client';
import {
  canonicalizeRotation,
  DefaultFontFaces,
  FrameShapeUtil,
  getDefaultColorTheme,
  type SvgExportContext,
  type TLFontFace,
  type TLFrameShape,
} from '@tldraw/tldraw';
import { FrameName } from './FrameName.tsx';

/** Letters of a name in a picture, px of the page: as large as its section is wide, as far as there is free room above it. */
const letters = { least: 24, most: 44, shareOfWidth: 0.06 } as const;

/** tldraw's frame; but its name takes the lines there is room for, and is a heading in an exported picture, not a speck in a box. */
export class NamedFrameShapeUtil extends FrameShapeUtil {
  override component(shape: TLFrameShape) {
    return <FrameName shape={shape}>{super.component(shape)}</FrameName>;
  }

  override toSvg(shape: TLFrameShape, context: SvgExportContext) {
    const { color, name, h, w } = shape.props;
    const rotation = this.editor.getShapePageTransform(shape).rotation();
    // tldraw turns the name of a turned frame to where it can be read.
    if (canonicalizeRotation(rotation) !== 0) return super.toSvg(shape, context);
    const theme = getDefaultColorTheme(context);
    const { fill, stroke } = theme[color].frame;
    const px = Math.max(letters.least, Math.min(letters.most, w * letters.shareOfWidth));
    const [line = ''] = firstLines(name, w, { size: 's', bold: true, scale: px / fontPx.s }, 1);
    return (
      <>
        <rect width={w} height={h} fill={fill} stroke={stroke} strokeWidth={1} />
        <text
          y={-px * 0.4}
          fill={theme.text}
          fontSize={px}
          fontWeight={700}
          fontFamily="tldraw_sans, sans-serif"
        >
          {line}
        </text>
      </>
    );
  }

  override getFontFaces(): TLFontFace[] {
    return [DefaultFontFaces.tldraw_sans.normal.bold];
  }
}
