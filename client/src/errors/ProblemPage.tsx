import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Wordmark } from '../app/Wordmark.tsx';
import type { Problem } from './Problem.ts';
import classes from './ProblemPage.module.css';
import { problemPageOf, sentenceOf, type ProblemAction } from './problemPages.ts';

/** A whole page for a {@link Problem}: what happened, and the button to press. */
export function ProblemPage({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, action } = problemPageOf(problem);

  useEffect(() => {
    document.title = `${t(`problems.titles.${title}`)} · ${t('app.name')}`;
    // The page took the place of what had the focus; screen readers start with the heading.
    heading.current?.focus();
  }, [t, title]);

  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Wordmark />
      </header>
      <main className={classes.main}>
        <Stack gap={16}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.heading}>
            {t(`problems.titles.${title}`)}
          </Title>
          <Text className={classes.sentence}>{sentenceOf(problem, t)}</Text>
          <Group gap={16} mt={8}>
            <ActionButton action={action} onRetry={onRetry ?? reload} />
            {action !== 'home' && (
              <Anchor href="/" size="sm">
                {t('problems.actions.home')}
              </Anchor>
            )}
          </Group>
          {problem.kind === 'crash' && (
            <details className={classes.details}>
              <summary>{t('problems.details')}</summary>
              <pre>{problem.details}</pre>
            </details>
          )}
        </Stack>
      </main>
    </div>
  );
}

function ActionButton({ action, onRetry }: { action: ProblemAction; onRetry: () => void }) {
  const { t } = useTranslation();
  if (action === 'home') {
    return (
      <Button component={Link} to="/">
        {t('problems.actions.home')}
      </Button>
    );
  }
  return <Button onClick={action === 'reload' ? reload : onRetry}>{t(`problems.actions.${action}`)}</Button>;
}

function reload(): void {
  window.location.reload();
}
