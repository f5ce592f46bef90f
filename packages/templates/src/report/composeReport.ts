import type { CommonTextKey } from '../commonTexts.ts';
import type { Finding } from '../findings/Finding.ts';
import type { BoardState } from '../state/BoardState.ts';
import type { Translate } from '../translate.ts';
import { list, momentOf, under } from './blocks.ts';
import { outcomeBlocks } from './outcomeBlocks.ts';
import type { Report, ReportBlock, ReportPart } from './Report.ts';

/** Who took part, what the templates have to tell, and what was decided and agreed. */
export function composeReport(
  state: BoardState,
  parts: readonly ReportPart[],
  t: Translate<CommonTextKey>,
): Report {
  return {
    format: 1,
    title: state.title,
    madeAt: momentOf(state.now),
    parts: [
      ...common(t('report.people'), peopleBlocks(state, t)),
      ...parts.map((part) => (part.blocks.length === 0 ? { ...part, blocks: nothing(t) } : part)),
      ...common(t('report.outcomes'), outcomeBlocks(state, t)),
    ],
  };
}

/** What everybody may know of the findings, as a list under its heading. */
export function findingBlocks(
  findings: readonly Finding[],
  t: Translate<CommonTextKey>,
): readonly ReportBlock[] {
  const shown = findings.filter(({ audience }) => audience === 'everyone');
  const sentences = shown.map(
    ({ severity, sentence, advice }) => `${t(`report.severity.${severity}`)}: ${sentence} ${advice}`,
  );
  return under(t('report.findings'), list(sentences));
}

function peopleBlocks({ partners, people }: BoardState, t: Translate<CommonTextKey>): readonly ReportBlock[] {
  const here = people.filter(({ removed }) => !removed);
  const groups = [
    ...partners.map(({ id, name }) => ({ id, name })),
    { id: null, name: t('report.noPartner') },
  ];
  const lines = groups.flatMap(({ id, name }) => {
    const names = here.filter(({ partnerId }) => partnerId === id).map((person) => person.name);
    if (names.length === 0) return id === null ? [] : [name];
    return [`${name}: ${names.join(', ')}`];
  });
  return list(lines);
}

/** What stands in the part of a template that nobody has worked with yet. */
function nothing(t: Translate<CommonTextKey>): readonly ReportBlock[] {
  return [{ kind: 'text', text: t('report.empty') }];
}

/** A part that belongs to no template; none when there is nothing in it. */
function common(title: string, blocks: readonly ReportBlock[]): ReportPart[] {
  return blocks.length === 0 ? [] : [{ templateId: null, title, blocks }];
}
