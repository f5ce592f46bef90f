import type { TLBaseShape } from '@tldraw/tldraw';
import type { ActionCardsProps, actionCardsType } from '../actionCardsWidget.ts';

/** The group's actions as a shape of the canvas. */
export type ActionCardsShape = TLBaseShape<typeof actionCardsType, ActionCardsProps>;
