import type { Partner, TemplateOptions } from '@common-ground/protocol';
import { templateById } from '@common-ground/templates';
import type { AgendaView } from '../board/chrome/model.ts';

/** The agenda a template brings for these partners, for the side panel; null for a template unknown here. */
export function agendaOf(
  templateId: string,
  partners: readonly Partner[],
  options: TemplateOptions = {},
): AgendaView | null {
  const template = templateById(templateId);
  if (template === null) return null;
  const agenda = template.agenda({ partners, options });
  const steps = agenda.map(({ key, title, instruction, minutes, mode }) => {
    return { key, title, instruction, minutes, mode: mode.kind };
  });
  return { templateId, templateName: template.name, steps, agenda };
}
