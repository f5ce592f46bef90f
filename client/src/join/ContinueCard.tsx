import type { Partner } from '@common-ground/protocol';
import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PartnerMark } from '../partners/PartnerMark.tsx';
import { isolate } from '../texts/isolate.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import classes from './JoinPage.module.css';

/** One button for somebody this browser knows, and a quiet way out for somebody else. */
export function ContinueCard({
  session,
  partners,
  onContinue,
  onSomebodyElse,
}: {
  session: BoardSession;
  partners: readonly Partner[];
  onContinue: () => void;
  onSomebodyElse: () => void;
}) {
  const { t } = useTranslation();
  const partner = partners.find(({ name }) => name === session.partner?.name);
  return (
    <Stack gap={8}>
      <Button size="lg" onClick={onContinue} classNames={{ label: classes.continueLabel ?? '' }}>
        {t('join.continueAs', { name: isolate(session.name) })}
      </Button>
      {partner !== undefined && (
        <p className={classes.continueWith}>
          <PartnerMark name={partner.name} colour={partner.colour} size={20} />
          <span dir="auto">{t('join.continueWith', { partner: isolate(partner.name) })}</span>
        </p>
      )}
      <Button variant="subtle" onClick={onSomebodyElse}>
        {t('join.somebodyElse')}
      </Button>
    </Stack>
  );
}
