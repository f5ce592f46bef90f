import { laterPart } from '../app/laterPart.tsx';

/* What a board can do without when it opens: its code comes a moment later, and the canvas does not wait for it. */

const code = () => import('./laterCode.ts');

/** Stands alone: whoever has just made a board sees this first. */
export const ShareDialog = laterPart(async () => (await import('./chrome/ShareDialog.tsx')).ShareDialog);

export const BoardFindings = laterPart(async () => (await code()).BoardFindings);
export const BoardRules = laterPart(async () => (await code()).BoardRules);
export const CommentsLayer = laterPart(async () => (await code()).CommentsLayer);
export const CommentsPanel = laterPart(async () => (await code()).CommentsPanel);
export const ExportDialog = laterPart(async () => (await code()).ExportDialog);
export const FacilitatorBar = laterPart(async () => (await code()).FacilitatorBar);
export const HistoryPanel = laterPart(async () => (await code()).HistoryPanel);
export const HistoryStage = laterPart(async () => (await code()).HistoryStage);
export const InformedDialog = laterPart(async () => (await code()).InformedDialog);
export const NewsCard = laterPart(async () => (await code()).NewsCard);
export const NextBoard = laterPart(async () => (await code()).NextBoard);
export const PersonMenu = laterPart(async () => (await code()).PersonMenu);
export const PersonSigns = laterPart(async () => (await code()).PersonSigns);
export const ResultsPanel = laterPart(async () => (await code()).ResultsPanel);
export const RunningAgenda = laterPart(async () => (await code()).RunningAgenda);
export const SidePanel = laterPart(async () => (await code()).SidePanel);
export const StepDrawer = laterPart(async () => (await code()).StepDrawer);
export const TemplateDialog = laterPart(async () => (await code()).TemplateDialog);

/** Fetches all of it, so that it is there when somebody presses a button, or is offline. */
export async function preloadLaterParts(): Promise<void> {
  await Promise.all([ShareDialog.preload(), code()]);
}
