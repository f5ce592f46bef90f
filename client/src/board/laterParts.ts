import { laterPart } from '../app/laterPart.tsx';

/* What a board can do without when it opens: its code comes a moment later, and the canvas does not wait for it. */

const panes = () => import('./workshop/panes.ts');

export const ShareDialog = laterPart(async () => (await import('./chrome/ShareDialog.tsx')).ShareDialog);
export const TemplateDialog = laterPart(
  async () => (await import('./chrome/TemplateDialog.tsx')).TemplateDialog,
);
export const SidePanel = laterPart(async () => (await import('./chrome/SidePanel.tsx')).SidePanel);
export const HistoryPanel = laterPart(async () => (await import('./history/HistoryPanel.tsx')).HistoryPanel);
export const HistoryStage = laterPart(async () => (await import('./history/HistoryStage.tsx')).HistoryStage);
export const NewsCard = laterPart(async () => (await import('./news/NewsCard.tsx')).NewsCard);
export const StepDrawer = laterPart(async () => (await import('./workshop/step/StepDrawer.tsx')).StepDrawer);
export const BoardFindings = laterPart(async () => (await panes()).BoardFindings);
export const BoardRules = laterPart(async () => (await panes()).BoardRules);
export const FacilitatorBar = laterPart(async () => (await panes()).FacilitatorBar);
export const NextBoard = laterPart(async () => (await panes()).NextBoard);
export const PersonMenu = laterPart(async () => (await panes()).PersonMenu);
export const PersonSigns = laterPart(async () => (await panes()).PersonSigns);
export const ResultsPanel = laterPart(async () => (await panes()).ResultsPanel);
export const RunningAgenda = laterPart(async () => (await panes()).RunningAgenda);

/** Fetches all of it, so that it is there when somebody presses a button, or is offline. */
export async function preloadLaterParts(): Promise<void> {
  const parts = [
    ShareDialog,
    TemplateDialog,
    SidePanel,
    HistoryPanel,
    HistoryStage,
    NewsCard,
    StepDrawer,
    RunningAgenda,
  ];
  await Promise.all(parts.map((part) => part.preload()));
}
