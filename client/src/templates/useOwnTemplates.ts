import {
  parseOwnTemplate,
  templateOfSaved,
  type SavedTemplate,
  type Template,
} from '@common-ground/templates';
import { useCallback, useEffect, useState } from 'react';
import { useApi } from '../api/useApi.ts';

/** An own template, ready to be used, with who keeps it. */
export interface OfferedTemplate {
  readonly saved: SavedTemplate;
  readonly template: Template;
}

/** The templates that facilitators made on this server, newest first; those that cannot be read are left out. */
export function useOwnTemplates(): {
  readonly offered: readonly OfferedTemplate[];
  readonly reload: () => void;
} {
  const api = useApi();
  const [offered, setOffered] = useState<readonly OfferedTemplate[]>([]);
  const reload = useCallback(() => {
    void api.ownTemplates().then((answer) => {
      if (answer.ok) setOffered(offeredOf(answer.value.templates));
    });
  }, [api]);
  useEffect(reload, [reload]);
  return { offered, reload };
}

/** Reads what a server answered. */
export function offeredOf(
  answered: readonly (Omit<SavedTemplate, 'template'> & { readonly template?: unknown })[],
): readonly OfferedTemplate[] {
  return answered.flatMap(({ id, addedAt, addedBy, template }) => {
    const own = parseOwnTemplate(template);
    if (!own.ok) return [];
    const saved: SavedTemplate = { id, addedBy, addedAt, template: own.value };
    const made = templateOfSaved(saved);
    return made === null ? [] : [{ saved, template: made }];
  });
}
