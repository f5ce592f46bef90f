export { drawnWidgets, templateShapeUtils } from './clientRegistry.ts';
export type { WidgetOptions } from './widgetOptions.ts';
