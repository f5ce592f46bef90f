import type { MechanicView } from '@common-ground/workshop';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { Told } from '../Told.tsx';
import { usePartner, useWorkshopView } from '../WorkshopContext.tsx';

/** Filling in a widget unseen: the promise, where it is done, and how many partners have begun. */
export function WidgetPart({ writing }: { writing: MechanicView<'drafts'>['steps'][number] }) {
  const { t } = useTranslation();
  const partner = usePartner(useWorkshopView()?.you.partnerId ?? null);
  const { canWrite, partnerCounts, reveals } = writing;
  return (
    <div className={parts.section}>
      {partner !== null && <Told>{t('workshop.writing.viewOf', { partner: isolate(partner.name) })}</Told>}
      <p className={parts.muted}>{t(sayingOf(canWrite, partner !== null, reveals.length > 0))}</p>
      {partnerCounts !== null && (
        <p className={`${parts.muted} ${parts.numbers}`}>
          {t('workshop.partnersWritten', {
            count: partnerCounts.written,
            expected: partnerCounts.expected,
          })}
        </p>
      )}
    </div>
  );
}

function sayingOf(canWrite: boolean, hasPartner: boolean, isRevealed: boolean) {
  if (isRevealed) return 'workshop.revealed';
  if (!hasPartner) return 'workshop.writing.viewNobody';
  return canWrite ? 'workshop.writing.viewHere' : 'workshop.writing.closed';
}
