import {
  computed,
  useEditor,
  useValue,
  WeakCache,
  type BoxModel,
  type Computed,
  type Editor,
  type TLFrameShape,
} from '@tldraw/tldraw';
import type { CSSProperties, ReactNode } from 'react';
import { nameLines } from './nameLines.ts';

/** What names of sections could lie on, worked out once for all sections of an editor. */
const obstaclesOf = new WeakCache<Editor, Computed<readonly BoxModel[]>>();

/** Tells the style of a frame's name (canvas.css) how many lines there is room for. */
export function FrameName({
  shape,
  children,
}: {
  readonly shape: TLFrameShape;
  readonly children: ReactNode;
}) {
  const editor = useEditor();
  const lines = useValue(
    'lines of a name',
    () => {
      const bounds = editor.getShapePageBounds(shape.id);
      if (bounds === undefined) return 1;
      return nameLines(bounds, obstaclesOf.get(editor, obstacles).get(), editor.getZoomLevel());
    },
    [editor, shape.id],
  );
  const style: CSSProperties & Record<'--cg-name-lines', number> = {
    display: 'contents',
    '--cg-name-lines': lines,
  };
  return (
    <div className={lines === 0 ? 'cg-nameless' : undefined} style={style}>
      {children}
    </div>
  );
}

/** Sections and texts that stand on the page itself: notes are too many, and lie where people put them. */
function obstacles(editor: Editor): Computed<readonly BoxModel[]> {
  return computed('what names could lie on', () =>
    editor.getSortedChildIdsForParent(editor.getCurrentPageId()).flatMap((id) => {
      const type = editor.getShape(id)?.type;
      const bounds = type === 'frame' || type === 'text' ? editor.getShapePageBounds(id) : undefined;
      return bounds ? [bounds] : [];
    }),
  );
}
