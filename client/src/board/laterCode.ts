/*
 * What a board can do without when it opens, in one file of code: each part for itself would share so much with the canvas
 * and with the others that the board had to be fetched in scores of files.
 */
export { boardAgendas } from './agenda/boardAgendas.ts';
export { SidePanel } from './chrome/SidePanel.tsx';
export { TemplateDialog } from './chrome/TemplateDialog.tsx';
export { CommentsLayer } from './comments/CommentsLayer.tsx';
export { CommentsPanel } from './comments/CommentsPanel.tsx';
export { ExportDialog } from './exports/ExportDialog.tsx';
export { BoardFindings } from './findings/BoardFindings.tsx';
export { BoardRules } from './findings/BoardRules.tsx';
export { HistoryPanel } from './history/HistoryPanel.tsx';
export { HistoryStage } from './history/HistoryStage.tsx';
export { InformedDialog } from './informed/InformedDialog.tsx';
export { NewsCard } from './news/NewsCard.tsx';
export { RunningAgenda } from './workshop/agenda/RunningAgenda.tsx';
export { FacilitatorBar } from './workshop/facilitation/FacilitatorBar.tsx';
export { PersonMenu } from './workshop/people/PersonMenu.tsx';
export { PersonSigns } from './workshop/people/PersonSigns.tsx';
export { NextBoard } from './workshop/results/NextBoard.tsx';
export { ResultsPanel } from './workshop/results/ResultsPanel.tsx';
export { StepDrawer } from './workshop/step/StepDrawer.tsx';
