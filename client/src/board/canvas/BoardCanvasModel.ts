import {
  BoardBinding,
  BoardUndo,
  ChangeStamps,
  createBoardSchema,
  openBoard,
  schemaStateOf,
  type BoardDocument,
} from '@common-ground/board';
import { mayEdit } from '@common-ground/protocol';
import { drawnWidgets, noWidgetOptions, type WidgetOptions } from '@common-ground/templates/client';
import {
  atom,
  computed,
  createTLStore,
  type Atom,
  type TLAnyShapeUtilConstructor,
  type TLAssetStore,
  type TLStore,
} from '@tldraw/tldraw';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import { saveFile } from '../findings/saveFile.ts';
import { createBoardMarks, type BoardMarks } from '../findings/BoardMarks.ts';
import { presenceOwner } from '../presence/presenceOwner.ts';
import { BoardTexts } from '../text/BoardTexts.ts';
import { boardActions } from '../workshop/results/boardActions.ts';
import type { KeptViewsPlace } from '../workshop/writing/KeptViews.ts';
import { WidgetDrafts } from '../workshop/writing/WidgetDrafts.ts';
import { animationFrames } from './animationFrames.ts';
import { canvasShapes } from './canvasShapes.ts';
import type { ImageUploads } from './ImageUploads.ts';
import { whenUpToDate } from './whenUpToDate.ts';
import { writeBeforeLeaving } from './writeBeforeLeaving.ts';

/** What a board's canvas is made of: tldraw's store, bound to the document, and this person's undo. */
export interface BoardCanvasModel {
  readonly board: BoardDocument;
  readonly store: TLStore;
  readonly shapeUtils: readonly TLAnyShapeUtilConstructor[];
  /** The same for a moment of the past: what is live about the board is not told of it. */
  readonly pastShapeUtils: readonly TLAnyShapeUtilConstructor[];
  readonly binding: BoardBinding;
  readonly undo: BoardUndo;
  readonly texts: BoardTexts;
  readonly uploads: ImageUploads;
  /** Counts up whenever what can be undone may have changed. */
  readonly undoVersion: Atom<number>;
  /** On a phone one looks at first, so that a thumb moves the view and not the notes. */
  readonly isLooking: Atom<boolean>;
  /** Findings and what somebody is led to: the canvas draws them where they stand. */
  readonly marks: BoardMarks;
  /** Records that this browser cannot show: id → reason. */
  readonly faults: Atom<ReadonlyMap<string, string>>;
  dispose(): void;
}

/** The schema of everything a board can hold, the templates' own shapes included. */
const boardSchema = createBoardSchema(drawnWidgets);

/** As wide as a phone, where PhoneBar stands. */
const phone = '(max-width: 48em)';

/** Whether this page is older than the document: it must not write, or it would undo what newer pages wrote. */
export function isPageTooOld(connection: BoardConnection): boolean {
  return schemaStateOf(connection.doc, boardSchema) === 'newer';
}

/** Builds the store from a document that has arrived, before tldraw is mounted: filling a mounted editor is slow. */
export function createBoardCanvasModel(
  connection: BoardConnection,
  uploads: ImageUploads,
  assets: TLAssetStore,
  language: () => string,
  keptViews: KeptViewsPlace,
): BoardCanvasModel {
  const board = openBoard(connection.doc);
  const isLooking = atom('is only looking', matchMedia(phone).matches);
  const isUpToDate = whenUpToDate(board, boardSchema);
  const mayWrite = computed('may write', () => isUpToDate.get() && mayWriteNow(connection));
  const store = createStore(connection, assets, () => mayWrite.get() && !isLooking.get());
  const { marks, stopMarking } = startMarking(connection, language, keptViews);
  const shapes = drawShapes(marks.widgetOptions);
  const faults = atom<ReadonlyMap<string, string>>('board faults', new Map());
  const texts = new BoardTexts({
    board,
    awareness: connection.awareness,
    mayWrite: () => mayWrite.get(),
    ownerOf: (state) => presenceOwner(connection.info.get(), state),
    now: () => performance.now(),
  });
  const binding = new BoardBinding({
    board,
    store,
    frames: animationFrames,
    mayWrite: () => mayWrite.get(),
    openTexts: texts.openTexts,
    onFaults: (current) => faults.set(new Map(current)),
  });
  const stopWriting = writeInTime(connection, binding);
  const undoVersion = atom('undo version', 0);
  const undo = new BoardUndo(board, {
    onChange: () => undoVersion.update((version) => version + 1),
  });
  const stamps = stampChanges(connection, board);
  const dispose = () => {
    stopWriting();
    uploads.dispose();
    stopMarking();
    binding.dispose();
    stamps.dispose();
    undo.dispose();
  };
  return {
    board,
    store,
    ...shapes,
    binding,
    undo,
    texts,
    uploads,
    undoVersion,
    isLooking,
    marks,
    faults,
    dispose,
  };
}

/** Writes what waits for the frame before others' changes come in, and before the page goes. */
function writeInTime(connection: BoardConnection, binding: BoardBinding): () => void {
  // What others wrote and what waits here for the frame merge by the character only if mine is written down first.
  connection.beforeRemote = () => binding.writePending();
  const stopBeforeLeaving = writeBeforeLeaving(binding);
  return () => {
    connection.beforeRemote = null;
    stopBeforeLeaving();
  };
}

function stampChanges({ info, workshop }: BoardConnection, board: BoardDocument): ChangeStamps {
  return new ChangeStamps({
    board,
    by: () => info.get()?.you.participantId ?? null,
    // Until the server has told the time, the device's own has to do.
    now: () => Math.round(workshop.serverNow() || Date.now()),
    frames: animationFrames,
  });
}

/** What widgets draw besides what stands in their shapes: findings, and what is filled into them unseen. */
function startMarking(connection: BoardConnection, language: () => string, keptViews: KeptViewsPlace) {
  const widgetDrafts = new WidgetDrafts(connection.workshop, () => crypto.randomUUID(), keptViews);
  const marks = createBoardMarks({
    partners: () => connection.info.get()?.partners ?? [],
    language,
    writing: () => widgetDrafts.writing.get(),
    actions: () => boardActions(connection.workshop),
    saveFile,
  });
  return { marks, stopMarking: widgetDrafts.start() };
}

/** How shapes are drawn now, and in the past: there without findings of today and without actions of it. */
function drawShapes(options: WidgetOptions): Pick<BoardCanvasModel, 'shapeUtils' | 'pastShapeUtils'> {
  const { partners, language, saveFile } = options;
  const past = { ...noWidgetOptions, partners, language, saveFile };
  return { shapeUtils: canvasShapes(options), pastShapeUtils: canvasShapes(past) };
}

/** Whether this person may change the canvas, as role, step and storage stand; read in a computed value, it follows them. */
function mayWriteNow({ info, state, workshop }: BoardConnection): boolean {
  const role = info.get()?.you.role ?? 'observer';
  const right = workshop.view.get()?.canvas.yourRight ?? 'edit';
  return mayEdit(role) && right !== 'read' && state.get().saving !== 'trouble';
}

/** tldraw's store, which shows by itself whether the network is there and the canvas can be changed. */
function createStore(connection: BoardConnection, assets: TLAssetStore, isWritable: () => boolean): TLStore {
  return createTLStore({
    schema: boardSchema,
    assets,
    collaboration: {
      status: computed('collaboration status', () =>
        connection.state.get().network === 'offline' ? 'offline' : 'online',
      ),
      mode: computed('collaboration mode', () => (isWritable() ? 'readwrite' : 'readonly')),
    },
  });
}
