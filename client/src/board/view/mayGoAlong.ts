/** What somebody is about on the canvas. */
export interface ViewState {
  /** Whether they want the view to go along with the steps. */
  readonly isWanted: boolean;
  /** Whose view theirs follows. */
  readonly followedId: string | null;
  /** The shape whose text they are writing. */
  readonly editedShapeId: string | null;
  /** A button or finger is down on the canvas. */
  readonly isPointing: boolean;
  /** tldraw's path of the tool in hand and its state, such as `select.translating`. */
  readonly toolPath: string;
}

/** Whether somebody's view may be moved without taking anything out of their hands. */
export function mayGoAlong(state: ViewState): boolean {
  const { isWanted, followedId, editedShapeId, isPointing, toolPath } = state;
  const isAtRest = toolPath === 'select' || toolPath.endsWith('.idle');
  return isWanted && followedId === null && editedShapeId === null && !isPointing && isAtRest;
}
