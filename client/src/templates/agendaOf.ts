import type { Partner, TemplateOptions } from '@common-ground/protocol';
import type { Template } from '@common-ground/templates';
import type { AgendaView } from '../board/chrome/model.ts';

/** The agenda a template brings for these partners, for the side panel. */
export function agendaOf(
  template: Template,
  partners: readonly Partner[],
  options: TemplateOptions = {},
): AgendaView {
  const agenda = template.agenda({ partners, options });
  const steps = agenda.map(({ key, title, instruction, minutes, mode }) => {
    return { key, title, instruction, minutes, mode: mode.kind };
  });
  return { templateId: template.id, templateName: template.name, steps, agenda };
}
