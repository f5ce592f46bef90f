import type { Role } from '@common-ground/protocol';
import { IconCalendarDue, IconChevronDown, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkProtection, LinkProtectionChange } from '../../api/createApi.ts';
import { useServices } from '../../app/services.tsx';
import { Warning } from '../workshop/Warning.tsx';
import { lastDayInWords } from './linkEnd.ts';
import { LinkEnding } from './LinkEnding.tsx';
import { LinkProtectionFields } from './LinkProtectionFields.tsx';
import classes from './ShareDialog.module.css';

/** How a link is protected, in words, and behind a button what changes that. */
export function LinkTools({
  role,
  protection,
  onProtect,
  onRenew,
  onWithdraw,
}: {
  role: Role;
  protection: NonNullable<LinkProtection[Role]>;
  onProtect: (change: LinkProtectionChange) => Promise<boolean>;
  onRenew: () => Promise<boolean>;
  /** Null for a link that cannot be withdrawn. */
  onWithdraw: (() => Promise<boolean>) | null;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const label = t('share.manageFor', { role: t(`roles.${role}`) });
  return (
    <>
      <div className={classes.facts}>
        <Protection protection={protection} />
        <button
          type="button"
          className={classes.manage}
          aria-expanded={isOpen}
          aria-label={label}
          onClick={() => setOpen(!isOpen)}
        >
          {t('share.manage')}
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" data-open={isOpen || undefined} />
        </button>
      </div>
      {isOpen && (
        <fieldset className={classes.tools} aria-label={label}>
          <LinkProtectionFields protection={protection} onProtect={onProtect} />
          <LinkEnding onRenew={onRenew} onWithdraw={onWithdraw} onDone={() => setOpen(false)} />
        </fieldset>
      )}
    </>
  );
}

function Protection({
  protection: { expiresAt, hasPassword },
}: {
  protection: NonNullable<LinkProtection[Role]>;
}) {
  const { t, i18n } = useTranslation();
  const { now } = useServices();
  const day = expiresAt === null ? '' : lastDayInWords(expiresAt, i18n.language);
  return (
    <>
      {expiresAt !== null && expiresAt <= now() && <Warning>{t('share.ended', { day })}</Warning>}
      {expiresAt !== null && expiresAt > now() && (
        <span className={classes.fact}>
          <IconCalendarDue size={15} stroke={1.8} aria-hidden="true" />
          {t('share.endsOn', { day })}
        </span>
      )}
      {hasPassword && (
        <span className={classes.fact}>
          <IconLock size={15} stroke={1.8} aria-hidden="true" />
          {t('share.hasPassword')}
        </span>
      )}
    </>
  );
}
