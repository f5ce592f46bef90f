import { fail, ok } from '@common-ground/protocol';
import type { Agenda } from '@common-ground/workshop';
import { commonTexts } from '../commonTexts.ts';
import type { Launch, Template } from '../defineTemplate.ts';
import { templateById } from '../registry.ts';
import { composeReport } from '../report/composeReport.ts';
import type { BoardState } from '../state/BoardState.ts';
import { createTranslate } from '../translate.ts';
import type { OwnTemplate, SavedTemplate } from './OwnTemplate.ts';
import { ownLayout, partsOf } from './ownLayout.ts';
import { agendaFor } from './sectionKeys.ts';

/** An own template as one that is used like those that come with the program; null where its base is not there. */
export function templateOfSaved({ id, template }: Pick<SavedTemplate, 'id' | 'template'>): Template | null {
  const base = templateById(template.base);
  return base === null ? null : derive(id, template, base, 'en');
}

function derive(id: string, own: OwnTemplate, base: Template, language: string): Template {
  const t = createTranslate(commonTexts, language);
  const baseLayout = ({ partners, title = own.name }: Launch) =>
    base.layout({ partners, title, options: own.options });
  const draft = (launch: Launch, agenda: Agenda = own.steps) =>
    ownLayout(baseLayout(launch), own, { agenda, partners: launch.partners, t });
  const agenda = (launch: Launch) =>
    agendaFor(
      own.steps,
      partsOf(draft(launch)).map(({ key }) => key),
    );
  const asBase = (state: BoardState) => seenAsBase(state, id, base.id, own);
  const reportPart = (state: BoardState) => {
    return { ...base.reportPart(asBase(state)), templateId: id, title: own.name };
  };
  return {
    ...base,
    id,
    name: own.name,
    purpose: own.purpose,
    durationMinutes: own.steps.reduce((sum, { minutes }) => sum + minutes, 0),
    options: [],
    parseOptions: (asked) => {
      const stranger = Object.entries(asked).find(([name, value]) => own.options[name] !== value);
      return stranger === undefined ? ok(own.options) : fail({ code: 'unknown-option', name: stranger[0] });
    },
    layout: (launch) => draft(launch, agenda(launch)),
    agenda,
    rules: (state) =>
      base.rules(asBase(state)).map((finding) => ({ ...finding, id: `${id} ${finding.id}`, templateId: id })),
    pictures: (state) => base.pictures(asBase(state)),
    reportPart,
    report: (state) => composeReport(state, [reportPart(state)], t),
    inLanguage: (other) => derive(id, own, base.inLanguage(other), other),
  };
}

/** The board as the base's rules look at it: what was laid out by the own template is the base's. */
function seenAsBase(state: BoardState, id: string, baseId: string, { options }: OwnTemplate): BoardState {
  const launches = state.launches
    .filter(({ templateId }) => templateId !== baseId)
    .map((launch) => (launch.templateId === id ? { ...launch, templateId: baseId, options } : launch));
  return { ...state, launches };
}
