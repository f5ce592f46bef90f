/** This person's undo and redo, as the whole canvas has them. */
export interface History {
  undo(): void;
  redo(): void;
}

/** The shortcuts of undo and redo in TipTap's notation. */
export function historyKeys(history: History): Record<string, () => boolean> {
  const undo = () => {
    history.undo();
    return true;
  };
  const redo = () => {
    history.redo();
    return true;
  };
  return { 'Mod-z': undo, 'Shift-Mod-z': redo, 'Mod-Z': redo, 'Mod-y': redo };
}

/** Does what the browser's menu or a phone's keyboard asks for; true when it was undo or redo. */
export function handleHistoryInput(history: History, event: InputEvent): boolean {
  if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
  event.preventDefault();
  if (event.inputType === 'historyUndo') history.undo();
  else history.redo();
  return true;
}
