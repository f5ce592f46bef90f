import { toRichText, type TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';

/** What every shape of ours starts from. */
export interface ShapeSeed {
  readonly id: TLShape['id'];
  readonly parentId: TLShape['parentId'];
  readonly index: IndexKey;
  readonly x: number;
  readonly y: number;
  readonly meta: Readonly<Record<string, string | number | boolean | null>>;
}

/** A whole shape record of any type; `parseRecord` is the one that judges it. */
export function shapeOf(seed: ShapeSeed, type: string, props: Readonly<Record<string, unknown>>): TLShape {
  return {
    typeName: 'shape',
    type,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props,
    ...seed,
  } as unknown as TLShape;
}

/** A sticky note as tldraw's note tool makes it, in our font. */
export function noteShape(seed: ShapeSeed, text: string, color: string): TLShape {
  return shapeOf(seed, 'note', {
    color,
    labelColor: 'black',
    size: 'm',
    font: 'sans',
    fontSizeAdjustment: 0,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: toRichText(text),
    scale: 1,
  });
}
