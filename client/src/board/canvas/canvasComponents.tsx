import {
  ArrowToolbarItem,
  AssetToolbarItem,
  DefaultContextMenu,
  DefaultContextMenuContent,
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
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  useActions,
  ToolbarItem,
  useEditor,
  useTools,
  useValue,
  type TLComponents,
  type TLUiContextMenuProps,
  type TLUiStylePanelProps,
} from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { isSelectionLocked } from './locks/shapeLocks.ts';
import { useWorkshopView } from '../workshop/WorkshopContext.tsx';

/** tldraw's chrome as this product shows it: what is ours stands around the canvas, the tools stay tldraw's. */
export const canvasComponents: TLComponents = {
  ContextMenu: BoardContextMenu,
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
        <CommentToolbarItem />
      </DefaultToolbar>
    );
  }
  return (
    <DefaultToolbar>
      <SelectToolbarItem />
      <HandToolbarItem />
      <NoteToolbarItem />
      <TextToolbarItem />
      <CommentToolbarItem />
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

/** tldraw's, with the facilitators' lock where it is found: tldraw has it one menu deeper. */
function BoardContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <LockItem />
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  );
}

function LockItem() {
  const { t } = useTranslation();
  const editor = useEditor();
  const toggleLock = useActions()['toggle-lock'];
  const isWanted = useValue('something is selected', () => editor.getSelectedShapeIds().length > 0, [editor]);
  const isLocked = useValue('selection is locked', () => isSelectionLocked(editor), [editor]);
  if (toggleLock === undefined || !isWanted) return null;
  return (
    <TldrawUiMenuGroup id="lock">
      <TldrawUiMenuItem
        id="lock-for-contributors"
        label={t(isLocked ? 'locks.unlock' : 'locks.lock')}
        icon={isLocked ? 'unlock' : 'lock'}
        onSelect={(source) => toggleLock.onSelect(source)}
      />
    </TldrawUiMenuGroup>
  );
}

/** Only for those who may comment: others have no such tool. */
function CommentToolbarItem() {
  return useTools()['comment'] === undefined ? null : <ToolbarItem tool="comment" />;
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
