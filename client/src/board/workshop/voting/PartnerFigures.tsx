import { useTranslation } from 'react-i18next';
import { PartnerMark } from '../../../partners/PartnerMark.tsx';
import { isolate } from '../../../texts/isolate.ts';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import classes from './Voting.module.css';

/** A figure of each partner, beside its mark; of nobody's partner under a dash. */
export function PartnerFigures({
  figures,
}: {
  figures: readonly { readonly partnerId: string | null; readonly figure: string }[];
}) {
  const { t } = useTranslation();
  const { partners } = useWorkshopTools();
  if (figures.length === 0) return null;
  return (
    <ul className={classes.partners}>
      {figures.map(({ partnerId, figure }) => {
        const partner = partners.find(({ id }) => id === partnerId);
        const name = partner?.name ?? t('workshop.voting.noPartner');
        return (
          <li
            key={partnerId ?? ''}
            title={t('workshop.voting.ofPartner', { partner: isolate(name), figure })}
            aria-label={t('workshop.voting.ofPartner', { partner: isolate(name), figure })}
          >
            {partner === undefined ? (
              '–'
            ) : (
              <PartnerMark name={partner.name} colour={partner.colour} size={20} />
            )}
            <span aria-hidden="true">{figure}</span>
          </li>
        );
      })}
    </ul>
  );
}
