import '@tldraw/tldraw/tldraw.css';
import './canvas.css';
import { limits } from '@common-ground/protocol';
import {
  Tldraw,
  useTldrawUser,
  type Editor,
  type TLUiOverrides,
  type TLUserPreferences,
} from '@tldraw/tldraw';
import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { commentTools } from '../comments/commentTool.tsx';
import { installUndo } from '../undo/installUndo.ts';
import type { BoardCanvasModel } from './BoardCanvasModel.ts';
import { canvasComponents } from './canvasComponents.tsx';
import { patchCanvasTheme } from './canvasTheme.ts';
import { writeNoteOnDoubleClick } from './noteOnDoubleClick.ts';
import { licenseKey } from './licenseKey.ts';
import { lockActions } from './locks/lockActions.ts';
import { exposeInspection } from './exposeInspection.ts';
import { makeNotesOwn, type Author } from './ownNotes.ts';
import { keepBookmarksPlain } from './plainBookmarks.ts';
import { pasteListsAsNotes } from './pasteNotes.ts';
import { selfHostedAssets } from './selfHostedAssets.ts';
import { showWholeBoard } from '../view/showWholeBoard.ts';

patchCanvasTheme();

/** Images that can be added, as the server takes them (limits and magic bytes are checked there again). */
const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

const license = licenseKey();

const canvasOptions = {
  createTextOnCanvasDoubleClick: false,
  // tldraw caps a page at 4,000 shapes; a board goes to 5,000.
  maxShapesPerPage: 5_000,
};

/** tldraw on a board's document. Drawn anew only for what it is given: what stands around it changes with every edit. */
export const BoardCanvas = memo(function BoardCanvas({
  model,
  author,
  name,
  colour,
  scheme,
  locale,
  mayLock,
  ownActions,
  onEditor,
  children,
}: {
  model: BoardCanvasModel;
  author: Author;
  name: string;
  /** Of this person's cursor, #rrggbb. */
  colour: string;
  scheme: 'light' | 'dark';
  locale: string;
  /** Whether this person may lock shapes. */
  mayLock: boolean;
  /** What is ours in tldraw's menus and shortcuts. */
  ownActions: readonly TLUiOverrides[];
  /** Told when the editor is there; what it returns is called when it goes. */
  onEditor: (editor: Editor) => () => void;
  /** Drawn over the canvas, inside tldraw's context. */
  children?: ReactNode;
}) {
  const preferences = useMemo<TLUserPreferences>(
    () => ({
      id: author.participantId,
      name,
      color: colour,
      colorScheme: scheme,
      locale,
      animationSpeed: null,
    }),
    [author.participantId, name, colour, scheme, locale],
  );
  const user = useTldrawUser({ userPreferences: preferences, setUserPreferences: keepPreferences });
  const lockedBy = mayLock ? author.participantId : null;
  const overrides = useMemo(() => [lockActions(lockedBy), ...ownActions], [lockedBy, ownActions]);
  const latestAuthor = useRef(author);
  useEffect(() => {
    latestAuthor.current = author;
  }, [author]);

  const handleMount = useCallback(
    (editor: Editor) => {
      installUndo(editor, model);
      keepBookmarksPlain(editor);
      pasteListsAsNotes(editor, () => latestAuthor.current);
      showWholeBoard(editor);
      const stops = [
        model.texts.attach(editor, model.binding, model.undo),
        exposeInspection(editor, model.board, model.undo),
        makeNotesOwn(editor, () => latestAuthor.current),
        writeNoteOnDoubleClick(editor, () => latestAuthor.current),
        onEditor(editor),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [model, onEditor],
  );

  return (
    <Tldraw
      store={model.store}
      shapeUtils={model.shapeUtils}
      textOptions={model.texts.textOptions}
      components={canvasComponents}
      tools={commentTools}
      overrides={overrides}
      assetUrls={selfHostedAssets}
      user={user}
      options={canvasOptions}
      embeds={[]}
      maxAssetSize={limits.maxAssetBytes}
      acceptedImageMimeTypes={imageTypes}
      acceptedVideoMimeTypes={[]}
      onMount={handleMount}
      {...license}
    >
      {children}
    </Tldraw>
  );
});

/** Name, colour and scheme are set outside of tldraw; its own menu has nothing to keep. */
function keepPreferences(): void {}
