import type { TLShape } from '@tldraw/tldraw';
import type { Target } from './findings/Finding.ts';
import type { WidgetOptions } from './widgetOptions.ts';

/** What a widget's panel beside the canvas is drawn from; it may use tldraw's hooks. */
export interface WidgetPanelProps<Shape extends TLShape = TLShape> {
  readonly shape: Shape;
  readonly options: WidgetOptions;
  /** Leads to parts of the widget on the canvas. */
  readonly onShow: (targets: readonly Target[]) => void;
}
