import { launchesOf } from '@common-ground/board';
import type { Partner } from '@common-ground/protocol';
import { templateById } from '@common-ground/templates';
import type * as Y from 'yjs';
import type { AgendaView } from '../chrome/model.ts';

/** The agendas of the templates on a board, newest first; launches that this program does not know are left out. */
export function boardAgendas(doc: Y.Doc, partners: readonly Partner[]): readonly AgendaView[] {
  return launchesOf(doc).flatMap(({ templateId, options, partnerIds }) => {
    const template = templateById(templateId);
    const checked = template?.parseOptions(options);
    if (template === null || checked === undefined || !checked.ok) return [];
    const launchPartners = partners.filter((partner) => partnerIds.includes(partner.id));
    const agenda = template.agenda({ partners: launchPartners, options: checked.value });
    const steps = agenda.map(({ key, title, instruction, minutes, mode }) => ({
      key,
      title,
      instruction,
      minutes,
      mode: mode.kind,
    }));
    return [{ templateId, templateName: template.name, steps }];
  });
}
