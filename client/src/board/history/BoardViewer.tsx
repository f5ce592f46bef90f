import { useReducedMotion } from '@mantine/hooks';
import {
  atom,
  createTLStore,
  Tldraw,
  useTldrawUser,
  type Editor,
  type TLComponents,
  type TLRecord,
  type TLStore,
  type TLUserPreferences,
} from '@tldraw/tldraw';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BoardCanvasModel } from '../canvas/BoardCanvasModel.ts';
import { licenseKey } from '../canvas/licenseKey.ts';
import { selfHostedAssets } from '../canvas/selfHostedAssets.ts';
import { showWholeBoard } from '../view/showWholeBoard.ts';
import { glideToRecords, showRecords } from './showRecords.ts';

/** Of tldraw's chrome, what moves the view. */
const viewerComponents: TLComponents = {
  StylePanel: null,
  Toolbar: null,
  MainMenu: null,
  ActionsMenu: null,
  QuickActions: null,
  ContextMenu: null,
  KeyboardShortcutsDialog: null,
  SharePanel: null,
  TopPanel: null,
  HelpMenu: null,
  DebugPanel: null,
  DebugMenu: null,
};

const viewerOptions = { createTextOnCanvasDoubleClick: false, maxShapesPerPage: 10_000 };
const license = licenseKey();

/**
 * A canvas of records that come from no document: it can be looked at, not changed. It begins where the live canvas is,
 * which goes on underneath.
 */
export function BoardViewer({
  model,
  live,
  records,
  scheme,
  locale,
  isGliding,
  onEditor,
}: {
  model: BoardCanvasModel;
  /** The live canvas. */
  live: Editor;
  records: readonly TLRecord[];
  scheme: 'light' | 'dark';
  locale: string;
  /** Whether one sees how one state becomes the next. */
  isGliding: boolean;
  onEditor: (editor: Editor | null) => void;
}) {
  const [store] = useState(() => createViewerStore(model, records));
  const isCalm = useReducedMotion(false, { getInitialValueInEffect: false });
  const glides = isGliding && !isCalm;
  useEffect(() => {
    if (glides) return glideToRecords(store, records);
    showRecords(store, records);
    return undefined;
  }, [store, records, glides]);
  const preferences = useMemo<TLUserPreferences>(
    () => ({ id: 'viewer', name: '', color: '#0f6b6b', colorScheme: scheme, locale, animationSpeed: null }),
    [scheme, locale],
  );
  const user = useTldrawUser({ userPreferences: preferences, setUserPreferences: keepPreferences });
  const handleMount = useCallback(
    (editor: Editor) => {
      editor.setCurrentTool('hand');
      beginWhere(live, editor);
      onEditor(editor);
      return () => onEditor(null);
    },
    [live, onEditor],
  );
  return (
    <Tldraw
      store={store}
      shapeUtils={model.pastShapeUtils}
      components={viewerComponents}
      assetUrls={selfHostedAssets}
      user={user}
      options={viewerOptions}
      autoFocus={false}
      onMount={handleMount}
      {...license}
    />
  );
}

function createViewerStore(
  { store: { schema, props } }: BoardCanvasModel,
  records: readonly TLRecord[],
): TLStore {
  const store = createTLStore({
    schema,
    assets: props.assets,
    collaboration: {
      status: atom('viewer status', 'online' as const),
      mode: atom('viewer mode', 'readonly' as const),
    },
  });
  showRecords(store, records);
  return store;
}

function beginWhere(live: Editor, viewer: Editor): void {
  const pageId = live.getCurrentPageId();
  if (viewer.getPage(pageId) !== undefined) viewer.setCurrentPage(pageId);
  viewer.setCamera(live.getCamera(), { immediate: true });
  const seen = viewer.getViewportPageBounds();
  const isAnythingSeen = viewer
    .getCurrentPageShapes()
    .some((shape) => viewer.getShapePageBounds(shape)?.collides(seen) === true);
  if (!isAnythingSeen) showWholeBoard(viewer);
}

/** Name, colour and scheme are set outside of tldraw; its own menu has nothing to keep. */
function keepPreferences(): void {}
