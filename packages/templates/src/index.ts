export { encodeWidgetDraft, parseWidgetDraft } from './drafts/widgetDraft.ts';
export type { RevealedDraft, WidgetDraft } from './drafts/widgetDraft.ts';
export type {
  GroupSize,
  Launch,
  ResultContext,
  Template,
  TemplateContext,
  TemplateDefinition,
} from './defineTemplate.ts';
export { defineTemplate } from './defineTemplate.ts';
export type {
  Finding,
  FindingKind,
  FindingKinds,
  FindingText,
  Found,
  Severity,
  Target,
} from './findings/Finding.ts';
export { findingIds, findingsByTarget, keyOfTarget, severityWord, spokenFindings } from './findings/marks.ts';
export type { OptionError, TemplateOption } from './options.ts';
export type { TemplateId } from './registry.ts';
export type { HeatMap, HeatMapRow, Picture, PictureBadge, PictureScale, Trend } from './pictures/Picture.ts';
export {
  boardFindings,
  boardPictures,
  boardReport,
  findingsFor,
  offersEscalation,
} from './report/boardReport.ts';
export { boardNotes, type BoardNotes } from './notes/boardNotes.ts';
export { notesAsCsv, notesAsJson, notesAsMarkdown } from './notes/renderNotes.ts';
export { renderCsv } from './report/renderCsv.ts';
export { renderJson } from './report/renderJson.ts';
export { renderMarkdown } from './report/renderMarkdown.ts';
export {
  reportSchema,
  tablesOf,
  type Report,
  type ReportBlock,
  type ReportCell,
  type ReportPart,
  type ReportTable,
} from './report/Report.ts';
export type {
  BoardState,
  StateCluster,
  StateLaunch,
  StateNote,
  StatePerson,
  StateSection,
  StateWidget,
} from './state/BoardState.ts';
export { createBoardState, type BoardStateInput } from './state/createBoardState.ts';
export {
  nothingPublished,
  publishedOf,
  type PublishedRound,
  type PublishedWorkshop,
} from './state/PublishedWorkshop.ts';
export { isRevealed, missedDateOf } from './state/missedDateOf.ts';
export { isTemplateId, templateById, templates, widgets } from './registry.ts';
export {
  ownTemplateFile,
  ownTemplateLimits,
  parseOwnTemplate,
  parseOwnTemplateFile,
  type OwnTemplate,
  type OwnTemplateFault,
  type SavedTemplate,
} from './own/OwnTemplate.ts';
export { ownTemplateFrom, type OwnTemplateSource } from './own/ownTemplateFrom.ts';
export { templateOfLaunch } from './own/templateOfLaunch.ts';
export { templateOfSaved } from './own/templateOfSaved.ts';
export type { TextTable, Translate } from './translate.ts';
export type { PartBounds, PropValidator, Widget, WidgetPatch, WidgetRecord } from './widget.ts';
export { propValidators } from './widget.ts';
export type { Drawing, Ink, Primitive } from './preview/drawing.ts';
export { previewDeclarations, previewPalette } from './preview/previewColours.ts';
export { previewOf } from './preview/previewOf.ts';
export { previewSvg } from './preview/previewSvg.ts';
