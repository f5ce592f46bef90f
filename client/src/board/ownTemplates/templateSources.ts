import { launchesOf } from '@common-ground/board';
import type { Partner } from '@common-ground/protocol';
import { ownTemplateFrom, templateOfLaunch, type OwnTemplate } from '@common-ground/templates';
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
 * workshop where it was led with the template, since facilitators change steps there; else the template's own. What was made of an
 * own template is laid out by it, so it is not offered again: its file is changed instead.
 */
export function templateSources({ doc, partners, records, view }: TemplateBoard): readonly TemplateSource[] {
  return launchesOf(doc).flatMap((launch) => {
    const base = templateOfLaunch(launch);
    if (base === null || launch.template !== undefined) return [];
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
        agenda: led ? view.agenda.steps : base.agenda({ partners: launchPartners, options }),
        name,
        purpose,
      });
    return [{ launchId, name: base.name, purpose: base.purpose, make }];
  });
}
