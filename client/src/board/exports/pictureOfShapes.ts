import { getSvgAsImage, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { jpegAsPdf } from './jpegAsPdf.ts';

/** What a picture can be saved as. */
export const pictureKinds = ['png', 'svg', 'pdf'] as const;
/** One of {@link pictureKinds}. */
export type PictureKind = (typeof pictureKinds)[number];

/** Twice the pixels of the screen: sharp when it is printed. tldraw draws fewer where the browser cannot make an image that large. */
const pixelRatio = 2;
/** Page px around the shapes. */
const paddingPx = 32;

/**
 * Draws shapes as a file, on white, with their fonts and images in it, as the board looks in daylight. Null when there is nothing to
 * draw or the browser cannot.
 */
export async function pictureOfShapes(
  editor: Editor,
  shapeIds: readonly TLShapeId[],
  kind: PictureKind,
  title: string,
): Promise<Blob | null> {
  const drawn = await editor.getSvgString([...shapeIds], {
    background: false,
    darkMode: false,
    padding: paddingPx,
    pixelRatio,
  });
  if (drawn === undefined) return null;
  const { width, height } = drawn;
  const svg = onWhite(drawn.svg);
  if (kind === 'svg') return new Blob([svg], { type: 'image/svg+xml' });
  if (kind === 'png') return getSvgAsImage(svg, { type: 'png', width, height, pixelRatio });
  const jpeg = await getSvgAsImage(svg, { type: 'jpeg', quality: 0.92, width, height, pixelRatio });
  if (jpeg === null) return null;
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return new Blob([jpegAsPdf(bytes, { width, height, title })], { type: 'application/pdf' });
}

/** A transparent picture is unreadable on a dark page. */
function onWhite(svg: string): string {
  const end = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  const viewBox = /viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"/u.exec(svg.slice(0, end));
  const [, x = '0', y = '0', w = '100%', h = '100%'] = viewBox ?? [];
  return `${svg.slice(0, end)}<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#ffffff"/>${svg.slice(end)}`;
}
