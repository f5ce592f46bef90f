import type { Editor, SvgExportContext, TLFrameShape } from '@tldraw/tldraw';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NamedFrameShapeUtil } from './NamedFrameShapeUtil.tsx';

const upright = { getShapePageTransform: () => ({ rotation: () => 0 }) } as unknown as Editor;
const context = { isDarkMode: false } as SvgExportContext;

function nameDrawn(name: string, w: number): { readonly name: string; readonly px: number } {
  const shape = { id: 'shape:a', props: { name, w, h: 400, color: 'blue' } } as unknown as TLFrameShape;
  const svg = renderToStaticMarkup(<svg>{new NamedFrameShapeUtil(upright).toSvg(shape, context)}</svg>);
  const [, px = '', text = ''] = /font-size="([\d.]+)"[^>]*>([^<]*)</u.exec(svg) ?? [];
  return { name: text, px: Number(px) };
}

test('in a picture the name of a frame is a heading that grows with it, as far as there is room above', () => {
  expect(nameDrawn('Objectives', 200)).toEqual({ name: 'Objectives', px: 24 });
  expect(nameDrawn('Objectives', 600).px).toBe(36);
  expect(nameDrawn('Objectives', 5000).px).toBe(44);
});

test('a name that is wider than its frame ends in an ellipsis', () => {
  expect(nameDrawn('Institute for Applied Regional Development', 300).name).toMatch(/^Institute for .*…$/u);
});
