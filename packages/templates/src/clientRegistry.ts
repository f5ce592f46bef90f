import type { TLAnyShapeUtilConstructor } from '@tldraw/tldraw';
import { matrixWidget } from './raci/matrixWidget.ts';
import { MatrixShapeUtil } from './raci/shape/MatrixShapeUtil.tsx';
import type { Widget } from './widget.ts';
import type { WidgetOptions } from './widgetOptions.ts';

/** What the registry calls `widgets`, without the templates they belong to: a page that shows a board needs no more. */
export const drawnWidgets: readonly Widget[] = [matrixWidget];

/** How the templates' widgets are drawn in the browser: a template with a widget of its own adds it here. */
export function templateShapeUtils(options: WidgetOptions): readonly TLAnyShapeUtilConstructor[] {
  return [MatrixShapeUtil.configure(options)];
}
