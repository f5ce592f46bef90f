import { limits } from '@common-ground/protocol';
import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './JoinPage.module.css';

/** Asks for the password of a link, before anything is told of the board. */
export function PasswordCard({
  tries,
  onPassword,
}: {
  tries: number;
  onPassword: (password: string) => void;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  useEffect(() => input.current?.focus(), []);
  const [isSent, setSent] = useState(false);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return;
    setSent(true);
    onPassword(password);
  };
  return (
    <form className={classes.card} onSubmit={handleSubmit} noValidate>
      <Stack gap={20}>
        <div>
          <Title order={1} className={classes.title}>
            {t('join.passwordTitle')}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {t('join.passwordHint')}
          </Text>
        </div>
        <PasswordInput
          ref={input}
          size="md"
          label={t('join.password')}
          value={password}
          maxLength={limits.maxPasswordLength}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('join.passwordShow') }}
          error={tries > 0 && !isSent ? t('join.passwordWrong') : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={isSent}>
          {t('join.passwordSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
