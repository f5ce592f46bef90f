import type { Editor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { useMarks } from './MarksContext.tsx';
import { useBoardFindings } from './useBoardFindings.ts';
import { useBoardState } from './useBoardState.ts';

/** Has the templates' rules look at the board while it is open. Draws nothing: it is here so that their code may come later. */
export function BoardRules({
  editor,
  connection,
  info,
}: {
  editor: Editor;
  connection: BoardConnection;
  info: BoardInfo;
}) {
  const marks = useMarks();
  const state = useBoardState({ editor, doc: connection.doc, client: connection.workshop, info });
  useBoardFindings(marks, state, info);
  useEffect(() => {
    marks.state.set(state);
  }, [marks, state]);
  return null;
}
