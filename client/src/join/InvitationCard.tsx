import { Text, Title } from '@mantine/core';
import {
  IconEye,
  IconMessageCircle,
  IconPencil,
  IconPlayerPlay,
  IconUsers,
  IconWand,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../api/createApi.ts';
import { templateName } from '../templates/templateName.ts';
import { isolate } from '../texts/isolate.ts';
import classes from './JoinPage.module.css';

const roleIcons = {
  facilitator: IconWand,
  contributor: IconPencil,
  commenter: IconMessageCircle,
  observer: IconEye,
} as const;

/** The board's title, what the link lets its bearer do, and who is there. */
export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { t, i18n } = useTranslation();
  const { title, role, templateIds, presentCount, step } = invitation;
  const RoleIcon = roleIcons[role];
  const names = templateIds.map(templateName).filter((name) => name !== null);
  return (
    <div className={classes.invitation}>
      <Text size="xs" c="dimmed">
        {t('join.invitation')}
      </Text>
      <Title order={1} className={classes.title} dir="auto">
        {title}
      </Title>
      <ul className={classes.facts}>
        {names.length > 0 && (
          <li className={classes.templates}>
            {t('join.templates', { names: new Intl.ListFormat(i18n.language).format(names) })}
          </li>
        )}
        {step !== null && (
          <li className={classes.step}>
            <IconPlayerPlay size={18} stroke={1.6} aria-hidden="true" />
            <span>{t('join.step', { ...step, title: isolate(step.title) })}</span>
          </li>
        )}
        <li>
          <RoleIcon size={18} stroke={1.6} aria-hidden="true" />
          <span>{t(`join.as.${role}`)}</span>
        </li>
        <li>
          <IconUsers size={18} stroke={1.6} aria-hidden="true" />
          {t('join.present', { count: presentCount })}
        </li>
      </ul>
    </div>
  );
}
