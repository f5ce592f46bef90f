import { limits } from '@common-ground/protocol';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkProtectionChange } from '../../api/createApi.ts';
import { useServices } from '../../app/services.tsx';
import { endOfDay, lastDayBefore } from './linkEnd.ts';
import classes from './ShareDialog.module.css';

/** The last day of a link and its password. */
export function LinkProtectionFields({
  protection: { expiresAt, hasPassword },
  onProtect,
}: {
  protection: { readonly expiresAt: number | null; readonly hasPassword: boolean };
  onProtect: (change: LinkProtectionChange) => Promise<boolean>;
}) {
  return (
    <>
      <LastDay key={expiresAt} expiresAt={expiresAt} onProtect={onProtect} />
      <Password key={String(hasPassword)} hasPassword={hasPassword} onProtect={onProtect} />
    </>
  );
}

function LastDay({
  expiresAt,
  onProtect,
}: {
  expiresAt: number | null;
  onProtect: (change: LinkProtectionChange) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const { now } = useServices();
  const before = expiresAt === null ? '' : lastDayBefore(expiresAt);
  const [day, setDay] = useState(before);
  const end = endOfDay(day);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (end !== null) void onProtect({ expiresAt: end });
  };
  return (
    <form className={classes.row} onSubmit={handleSubmit}>
      <TextInput
        type="date"
        className={classes.field ?? ''}
        label={t('share.end')}
        description={t('share.endHint')}
        value={day}
        min={lastDayBefore(now() + 1)}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={end === null || day === before}>
        {t('share.endSet')}
      </Button>
      {expiresAt !== null && (
        <Button variant="subtle" onClick={() => void onProtect({ expiresAt: null })}>
          {t('share.endClear')}
        </Button>
      )}
    </form>
  );
}

function Password({
  hasPassword,
  onProtect,
}: {
  hasPassword: boolean;
  onProtect: (change: LinkProtectionChange) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return;
    void onProtect({ password }).then((done) => {
      if (done) setPassword('');
    });
  };
  return (
    <form className={classes.row} onSubmit={handleSubmit}>
      <PasswordInput
        className={classes.field ?? ''}
        label={t(hasPassword ? 'share.passwordNew' : 'share.password')}
        description={t('share.passwordHint')}
        value={password}
        maxLength={limits.maxPasswordLength}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('join.passwordShow') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={password === ''}>
        {t(hasPassword ? 'share.passwordChange' : 'share.passwordSet')}
      </Button>
      {hasPassword && (
        <Button variant="subtle" onClick={() => void onProtect({ password: null })}>
          {t('share.passwordClear')}
        </Button>
      )}
    </form>
  );
}
