import { isFromLastTime, type Action } from '@common-ground/workshop';
import type { ActionsShown } from './actionCardsWidget.ts';
import type { WidgetActions } from './WidgetActions.ts';

/** The actions that stand on a widget; null where they are not known. */
export function actionsShown(
  actions: Pick<WidgetActions, 'list' | 'run'> | null,
  of: ActionsShown = 'all',
): readonly Action[] | null {
  if (actions === null || of === 'all') return actions?.list ?? null;
  const isOfLast = of === 'last-time';
  return actions.list.filter((action) => isFromLastTime(action, actions.run) === isOfLast);
}
