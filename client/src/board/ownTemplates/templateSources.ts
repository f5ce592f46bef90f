import { launchesOf, type Launch } from '@common-ground/board';
import type { Partner } from '@common-ground/protocol';
import {
  ownTemplateFrom,
  parseOwnTemplate,
  templateById,
  templateOfLaunch,
  type OwnTemplate,
  type Template,
} from '@common-ground/templates';
import type { WorkshopView } from '@common-ground/workshop';
import type * as Y from 'yjs';

/** What own templates of a board are made from. */
export interface TemplateBoard {
  readonly doc: Y.Doc;
  readonly partners: readonly Partner[];
  /** Null until the server has shown the workshop. */
  readonly view: WorkshopView | null;
  readonly records: () => Iterable<unknown>;
}

/** A template on a board that another one can be made from. */
export interface TemplateSource {
  readonly launchId: string;
  readonly name: string;
  readonly purpose: string;
  readonly make: (name: string, purpose: string) => OwnTemplate;
}

/**
 * The templates laid out on a board, newest first, that can be saved as they stand now. The agenda is that of the present or last
 * workshop where it was led with the template, since facilitators change steps there; else the template's own. Of an own template
 * another one is made as of the one of ours that it is made from: its changes are on the board.
 */
export function templateSources({ doc, partners, records, view }: TemplateBoard): readonly TemplateSource[] {
  return launchesOf(doc).flatMap((launch) => {
    const laidOut = templateOfLaunch(launch);
    const base = laidOut === null ? null : baseOf(launch);
    if (laidOut === null || base === null) return [];
    const { commandId: launchId, options, partnerIds, templateId } = launch;
    const launchPartners = partners.filter(({ id }) => partnerIds.includes(id));
    const led = view !== null && view.agenda.phase !== 'idle' && view.agenda.templateId === templateId;
    const make = (name: string, purpose: string) =>
      ownTemplateFrom({
        base,
        options,
        partners: launchPartners,
        launchId,
        records: records(),
        agenda: led ? view.agenda.steps : laidOut.agenda({ partners: launchPartners, options }),
        name,
        purpose,
      });
    return [{ launchId, name: laidOut.name, purpose: laidOut.purpose, make }];
  });
}

/** The template of ours that a launch goes back to. */
function baseOf({ templateId, template }: Pick<Launch, 'templateId' | 'template'>): Template | null {
  if (template === undefined) return templateById(templateId);
  const own = parseOwnTemplate(template);
  return own.ok ? templateById(own.value.base) : null;
}
