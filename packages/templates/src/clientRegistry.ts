import type { TLAnyShapeUtilConstructor, TLShape } from '@tldraw/tldraw';
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { actionCardsWidget } from './actions/actionCardsWidget.ts';
import { ActionCardsShapeUtil } from './actions/shape/ActionCardsShapeUtil.tsx';
import { matrixShapeType, matrixWidget } from './raci/matrixWidget.ts';
import { MatrixComparison } from './raci/shape/MatrixComparison.tsx';
import type { MatrixShape } from './raci/shape/MatrixShape.ts';
import { MatrixShapeUtil } from './raci/shape/MatrixShapeUtil.tsx';
import type { Widget } from './widget.ts';
import type { WidgetOptions } from './widgetOptions.ts';
import type { WidgetPanelProps } from './widgetPanel.ts';

/** What the registry calls `widgets`, without the templates they belong to: a page that shows a board needs no more. */
export const drawnWidgets: readonly Widget[] = [matrixWidget, actionCardsWidget];

/** How the templates' widgets are drawn in the browser: a template with a widget of its own adds it here. */
export function templateShapeUtils(options: WidgetOptions): readonly TLAnyShapeUtilConstructor[] {
  return [MatrixShapeUtil.configure(options), ActionCardsShapeUtil.configure(options)];
}

/** The types of the widgets that say something beside the canvas too. */
export const panelTypes: readonly string[] = [matrixShapeType];

/** What a widget says beside the canvas: null for a shape that says nothing. */
export function widgetPanel(props: WidgetPanelProps): ReactNode {
  if (!isMatrix(props.shape)) return null;
  return createElement(MatrixComparison, { ...props, shape: props.shape });
}

function isMatrix(shape: TLShape): shape is TLShape & MatrixShape {
  return shape.type === (matrixShapeType as string);
}
