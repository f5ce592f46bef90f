import type { Action } from '@common-ground/workshop';

/** What of an action changes; the rest stays as it is. */
export type ActionChanges = Partial<Omit<Action, 'actionId' | 'aboutId'>>;

/** The workshop's actions as a widget shows them: the server's, on every screen the same. */
export interface WidgetActions {
  readonly list: readonly Action[];
  /** The run that goes on or was the last; 0 before any. */
  readonly run: number;
  /** False for those who only look on. */
  readonly canEdit: boolean;
  readonly add: (what: string) => void;
  readonly edit: (actionId: string, changes: ActionChanges) => void;
}
