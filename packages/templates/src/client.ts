export { drawnWidgets, panelTypes, templateShapeUtils, widgetPanel } from './clientRegistry.ts';
export { actionCardsType } from './actions/actionCardsWidget.ts';
export { firstLines, fontPx } from './composition/measureText.ts';
export { FindingMark, SeverityIcon } from './findings/FindingMark.tsx';
export type { WidgetOptions, WidgetWriting } from './widgetOptions.ts';
export type { ActionChanges, WidgetActions } from './actions/WidgetActions.ts';
export { noWidgetOptions } from './widgetOptions.ts';
