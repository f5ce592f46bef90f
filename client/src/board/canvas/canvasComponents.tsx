import {
  ArrowToolbarItem,
  AssetToolbarItem,
  DefaultStylePanel,
  DefaultToolbar,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  RectangleToolbarItem,
  SelectToolbarItem,
  TextToolbarItem,
  useEditor,
  useValue,
  type TLComponents,
  type TLUiStylePanelProps,
} from '@tldraw/tldraw';
import { useWorkshopView } from '../workshop/WorkshopContext.tsx';

/** tldraw's chrome as this product shows it: what is ours stands around the canvas, the tools stay tldraw's. */
export const canvasComponents: TLComponents = {
  StylePanel: SelectionStylePanel,
  Toolbar: WorkshopToolbar,
  SharePanel: null,
  TopPanel: null,
  HelpMenu: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
};

/** The tools in the order a workshop needs them, notes before drawing; only those of notes where no more is allowed. */
function WorkshopToolbar() {
  const right = useWorkshopView()?.canvas.yourRight;
  if (right === 'notes') {
    return (
      <DefaultToolbar>
        <SelectToolbarItem />
        <HandToolbarItem />
        <NoteToolbarItem />
      </DefaultToolbar>
    );
  }
  return (
    <DefaultToolbar>
      <SelectToolbarItem />
      <HandToolbarItem />
      <NoteToolbarItem />
      <TextToolbarItem />
      <DrawToolbarItem />
      <ArrowToolbarItem />
      <EraserToolbarItem />
      <FrameToolbarItem />
      <RectangleToolbarItem />
      <EllipseToolbarItem />
      <LineToolbarItem />
      <HighlightToolbarItem />
      <AssetToolbarItem />
      <LaserToolbarItem />
    </DefaultToolbar>
  );
}

/** Styles when there is something to style; otherwise the corner belongs to the notes. */
function SelectionStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const isWanted = useValue(
    'style panel is wanted',
    () => editor.getSelectedShapeIds().length > 0 && !editor.getInstanceState().isReadonly,
    [editor],
  );
  return isWanted ? <DefaultStylePanel {...props} /> : null;
}
