import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { useWorkshopTools } from '../WorkshopContext.tsx';

/** How a lane is called that waits for its reveal: by its partner, or as that of people without one. */
export function useLaneName(): (partnerId: string | null) => string {
  const { t } = useTranslation();
  const { partners } = useWorkshopTools();
  return (partnerId) =>
    isolate(partners.find(({ id }) => id === partnerId)?.name ?? t('workshop.voting.noPartner'));
}
