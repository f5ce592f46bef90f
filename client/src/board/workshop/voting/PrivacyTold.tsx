import type { StepMode } from '@common-ground/workshop';
import { useTranslation } from 'react-i18next';
import { Told } from '../Told.tsx';

/** What people are told of a vote or rating before they answer. */
export function PrivacyTold({ mode }: { mode: Extract<StepMode, { kind: 'vote' | 'check' }> }) {
  const { t } = useTranslation();
  const isWeighted = mode.kind === 'vote' && mode.weight === 'partner';
  return (
    <Told>
      {t(mode.privacy === 'anonymous' ? 'workshop.voting.anonymous' : 'workshop.voting.byPartner')}
      {isWeighted && ` ${t('workshop.voting.partnerWeight')}`}
    </Told>
  );
}
