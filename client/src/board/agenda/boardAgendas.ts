import { launchesOf } from '@common-ground/board';
import type { Partner } from '@common-ground/protocol';
import { templateById } from '@common-ground/templates';
import type * as Y from 'yjs';
import { agendaOf } from '../../templates/agendaOf.ts';
import type { AgendaView } from '../chrome/model.ts';

/** The agendas of the templates on a board, newest first; launches that this program does not know are left out. */
export function boardAgendas(doc: Y.Doc, partners: readonly Partner[]): readonly AgendaView[] {
  return launchesOf(doc).flatMap(({ templateId, options, partnerIds }) => {
    const checked = templateById(templateId)?.parseOptions(options);
    if (checked === undefined || !checked.ok) return [];
    const launchPartners = partners.filter((partner) => partnerIds.includes(partner.id));
    return agendaOf(templateId, launchPartners, checked.value) ?? [];
  });
}
