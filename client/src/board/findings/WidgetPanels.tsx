import { panelTypes, widgetPanel } from '@common-ground/templates/client';
import { EditorProvider, useValue, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw';
import { goTo } from './goTo.ts';
import { useMarks } from './MarksContext.tsx';

/** What the widgets of the open page say beside the canvas. */
export function WidgetPanels({ editor }: { editor: Editor }) {
  const ids = useValue(
    'widgets with a panel',
    () =>
      editor
        .getCurrentPageShapesSorted()
        .filter(({ type }) => panelTypes.includes(type))
        .map(({ id }) => id)
        .join(' '),
    [editor],
  );
  if (ids === '') return null;
  return (
    <EditorProvider editor={editor}>
      {ids.split(' ').map((id) => (
        <Panel key={id} editor={editor} shapeId={id as TLShapeId} />
      ))}
    </EditorProvider>
  );
}

function Panel({ editor, shapeId }: { editor: Editor; shapeId: TLShapeId }) {
  const marks = useMarks();
  const shape = useValue<TLShape | undefined>('widget', () => editor.getShape(shapeId), [editor, shapeId]);
  if (shape === undefined) return null;
  return widgetPanel({
    shape,
    options: marks.widgetOptions,
    onShow: (targets) => goTo(editor, marks, targets),
  });
}
