import { mayEdit } from '@common-ground/protocol';
import type { WidgetActions } from '@common-ground/templates/client';
import { runNow } from '@common-ground/workshop';
import type { WorkshopClient } from '../link/WorkshopClient.ts';
import { newAction } from './newAction.ts';

/** The group's actions as the canvas shows and changes them: by the same commands as the list beside it. Null until they are known. */
export function boardActions(client: WorkshopClient): WidgetActions | null {
  const view = client.view.get();
  if (view === null) return null;
  return {
    list: view.outcomes.actions,
    run: runNow(view.agenda),
    canEdit: mayEdit(view.you.role),
    add: (what) => void client.give(newAction(what)),
    edit: (actionId, changes) => void client.give({ type: 'outcomes.editAction', actionId, changes }),
  };
}
