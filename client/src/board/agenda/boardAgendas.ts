import { launchesOf } from '@common-ground/board';
import type { Partner } from '@common-ground/protocol';
import { templateOfLaunch } from '@common-ground/templates';
import type * as Y from 'yjs';
import { agendaOf } from '../../templates/agendaOf.ts';
import type { AgendaView } from '../chrome/model.ts';

/** The agendas of the templates on a board, newest first; launches that this program does not know are left out. */
export function boardAgendas(doc: Y.Doc, partners: readonly Partner[]): readonly AgendaView[] {
  return launchesOf(doc).flatMap((launch) => {
    const { options, partnerIds } = launch;
    const template = templateOfLaunch(launch);
    const checked = template?.parseOptions(options);
    if (template === null || checked?.ok !== true) return [];
    const launchPartners = partners.filter((partner) => partnerIds.includes(partner.id));
    return [agendaOf(template, launchPartners, checked.value)];
  });
}
