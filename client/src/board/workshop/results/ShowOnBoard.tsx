import { actionCardsType } from '@common-ground/templates/client';
import { Button } from '@mantine/core';
import { createShapeId, useValue, type Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';

/** Puts the actions on the canvas as cards, where none stand: of a board that was laid out before there were cards, or whose cards were deleted. */
export function ShowOnBoard({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const isMissing = useValue(
    'no action cards',
    () => !editor.getIsReadonly() && !editor.store.allRecords().some((one) => isCards(one)),
    [editor],
  );
  if (!isMissing) return null;
  return (
    <Button variant="default" onClick={() => putCards(editor)}>
      {t('workshop.results.showOnBoard')}
    </Button>
  );
}

function isCards(record: { readonly typeName: string; readonly type?: string }): boolean {
  return record.typeName === 'shape' && record.type === actionCardsType;
}

/** Into the middle of what the person sees, from where they put it. */
function putCards(editor: Editor): void {
  const id = createShapeId();
  const { x, y } = editor.getViewportPageBounds().center;
  editor.markHistoryStoppingPoint('put actions on the board');
  editor.createShape({ id, type: actionCardsType, x, y });
  const bounds = editor.getShapePageBounds(id);
  if (bounds !== undefined) editor.nudgeShapes([id], { x: -bounds.w / 2, y: -bounds.h / 2 });
  editor.setCurrentTool('select').select(id);
}
