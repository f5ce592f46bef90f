export { BoardBinding, type BoardBindingOptions } from './binding/BoardBinding.ts';
export type { FrameScheduler } from './binding/FrameScheduler.ts';
export type { OpenTexts } from './binding/OpenTexts.ts';
export { applyLayout } from './build/applyLayout.ts';
export { CanvasGuard, type CanvasLimit } from './guard/CanvasGuard.ts';
export { launchesOf, type Launch, type LaunchPlace } from './build/launches.ts';
export { patchWidgets, type WidgetPatches } from './build/patchWidgets.ts';
export { placedShapeId, placeNotes, type NoteToPlace, type Placement } from './build/placeNotes.ts';
export { noteShape, shapeOf, type ShapeSeed } from './build/shapes.ts';
export { startBoard } from './build/startBoard.ts';
export { applyComparison } from './compare/applyComparison.ts';
export { changedOf, createdOf, stampOf, type Attribution } from './compare/attribution.ts';
export { ChangeStamps, type ChangeStampsOptions } from './compare/ChangeStamps.ts';
export { compareBoards } from './compare/compareBoards.ts';
export {
  isUnchanged,
  type AddedRecord,
  type ChangedRecord,
  type Comparison,
  type MovedShape,
} from './compare/Comparison.ts';
export { wordsOf } from './compare/wordsOf.ts';
export {
  BoardOrigin,
  boardOrigins,
  openBoard,
  type BoardDocument,
  type BoardOriginSource,
} from './document/BoardDocument.ts';
export { firstPageId } from './document/essentials.ts';
export type { Position } from './document/Positions.ts';
export {
  canvasContentFormat,
  parseCanvasContent,
  type CanvasContent,
  type RawRecord,
} from './history/CanvasContent.ts';
export { readCanvas } from './history/readCanvas.ts';
export { removedShapes, type RemovedShape } from './history/removedShapes.ts';
export { restoreCanvas } from './history/restoreCanvas.ts';
export { upToDate } from './history/upToDate.ts';
export type * from './layout/Layout.ts';
export { migrateBoard, schemaStateOf, type SchemaState } from './migrate/migrateBoard.ts';
export { pointOnShape, type PointOnShape } from './place/pointOnShape.ts';
export { RecordReader, type ReadChanges } from './records/RecordReader.ts';
export { shapeMetas } from './records/shapeMetas.ts';
export { readShape } from './records/readShape.ts';
export { sameJson } from './records/sameJson.ts';
export { writeChanges } from './records/writeChanges.ts';
export { guardMeta } from './repair/guardMeta.ts';
export { repairBoard } from './repair/repairBoard.ts';
export { createBoardSchema, documentTypes, parseRecord, type WidgetShape } from './schema/boardSchema.ts';
export { applyEdit, editBetween, mergeTexts, type TextEdit } from './text/mergeText.ts';
export { plainTextPropsOf } from './text/plainText.ts';
export { derivedPropsOf } from './records/derivedProps.ts';
export { plainTextOf, readRichText, writeRichText } from './text/richText.ts';
export { openSharedText, sharedTextOf } from './text/sharedText.ts';
export { TextCopy, type CaughtUp, type ChangedPositions, type CopyStep } from './text/TextCopy.ts';
export { richTextSchema } from './text/richTextSchema.ts';
export { BoardUndo, type BoardUndoOptions } from './undo/BoardUndo.ts';
export { settleTree, type Settled, type TreeNode } from './tree/settleTree.ts';
