import { ownTemplatesResponse } from '@common-ground/protocol';
import { previewSvg } from '@common-ground/templates';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../texts/isolate.ts';
import { offeredOf, type OfferedTemplate } from '../templates/useOwnTemplates.ts';
import classes from './HomePage.module.css';
import { TemplateCard } from './TemplateCard.tsx';

/** The gallery's second part: templates that facilitators made on this server. */
export function OwnTemplateCards({
  answered,
  onUse,
  onNear,
}: {
  /** As the server answered it, unread. */
  answered: readonly unknown[];
  onUse: (offered: OfferedTemplate) => void;
  onNear: () => void;
}) {
  const { t } = useTranslation();
  const cards = useMemo(
    () =>
      readOffered(answered).map((offered) => {
        const { id, name, purpose, groupSize, durationMinutes, widgets } = offered.template;
        const preview = previewSvg(offered.template.layout({ partners: [] }), widgets);
        const by = t('ownTemplates.by', { name: isolate(offered.saved.addedBy) });
        const told = purpose === '' ? by : `${purpose} ${by}`;
        return { offered, entry: { id, name, purpose: told, groupSize, durationMinutes, preview } };
      }),
    [answered, t],
  );
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="own-templates">
      <h2 id="own-templates" className={classes.ownHead}>
        {t('ownTemplates.title')}
      </h2>
      <ul className={classes.cards}>
        {cards.map(({ entry, offered }) => (
          <TemplateCard key={entry.id} entry={entry} onUse={() => onUse(offered)} onNear={onNear} />
        ))}
      </ul>
    </section>
  );
}

function readOffered(templates: readonly unknown[]): readonly OfferedTemplate[] {
  const answer = ownTemplatesResponse.safeParse({ templates });
  return answer.success ? offeredOf(answer.data.templates) : [];
}
