import type { TLAnyShapeUtilConstructor } from '@tldraw/tldraw';
import { MatrixShapeUtil } from './raci/shape/MatrixShapeUtil.tsx';
import type { WidgetOptions } from './widgetOptions.ts';

/** How the templates' widgets are drawn in the browser: a template with a widget of its own adds it here. */
export function templateShapeUtils(options: WidgetOptions): readonly TLAnyShapeUtilConstructor[] {
  return [MatrixShapeUtil.configure(options)];
}
