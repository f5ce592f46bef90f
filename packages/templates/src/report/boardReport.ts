import { commonTexts } from '../commonTexts.ts';
import type { Template } from '../defineTemplate.ts';
import { bySeverity, type Finding } from '../findings/Finding.ts';
import { templateOfLaunch } from '../own/templateOfLaunch.ts';
import type { Picture } from '../pictures/Picture.ts';
import type { BoardState } from '../state/BoardState.ts';
import { createTranslate } from '../translate.ts';
import { composeReport } from './composeReport.ts';
import type { Report } from './Report.ts';

/** A language, by BCP 47 tag. */
export interface Language {
  readonly language?: string;
}

/** What the rules of every template on the board find, the gravest first, in the language asked for; see {@link findingsFor}. */
export function boardFindings(state: BoardState, { language = 'en' }: Language = {}): readonly Finding[] {
  const found = templatesOn(state).flatMap((template) => template.inLanguage(language).rules(state));
  return found.toSorted(bySeverity);
}

/** The pictures of every template on the board, in the language asked for. */
export function boardPictures(
  state: BoardState,
  { language = 'en' }: Language = {},
): readonly (Picture & { readonly templateId: string })[] {
  return templatesOn(state).flatMap((template) =>
    template
      .inLanguage(language)
      .pictures(state)
      .map((picture) => ({ ...picture, templateId: template.id })),
  );
}

/** Whether a template on the board sends what the group cannot settle up a ladder. */
export function offersEscalation(state: Pick<BoardState, 'launches'>): boolean {
  return templatesOn(state).some(({ escalates }) => escalates);
}

/** Those of the findings that somebody of this role is told. */
export function findingsFor(findings: readonly Finding[], isFacilitator: boolean): readonly Finding[] {
  return findings.filter(({ audience }) => audience === 'everyone' || isFacilitator);
}

/** The report of a board: a part for each template on it, or for one alone, and what was decided and agreed. */
export function boardReport(
  state: BoardState,
  { language = 'en', templateId }: Language & { readonly templateId?: string } = {},
): Report {
  const templates = templatesOn(state).filter(({ id }) => templateId === undefined || id === templateId);
  const parts = templates.map((template) => template.inLanguage(language).reportPart(state));
  return composeReport(state, parts, createTranslate(commonTexts, language));
}

/** Templates that are laid out on the board, the newest first, each once. */
function templatesOn({ launches }: Pick<BoardState, 'launches'>): Template[] {
  const newest = new Map(launches.toReversed().map((launch) => [launch.templateId, launch]));
  return launches
    .filter((launch) => newest.get(launch.templateId) === launch)
    .map(templateOfLaunch)
    .filter((template) => template !== null);
}
