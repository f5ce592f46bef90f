import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../app/FormFailure.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import classes from './Informed.module.css';
import { useWebhooks } from './useWebhooks.ts';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhookItem } from './WebhookItem.tsx';

/** The programs that the board tells what happens, with what became of the messages. */
export function WebhookSection({ session }: { session: BoardSession }) {
  const { t } = useTranslation();
  const state = useWebhooks(session);
  const [isAdding, setAdding] = useState(false);
  const { deliveries, testing, webhooks } = state;
  return (
    <section className={classes.section} aria-label={t('informed.webhooks')}>
      <div className={classes.head}>
        <h3>{t('informed.webhooks')}</h3>
        {webhooks !== null && webhooks.length > 0 && (
          <button
            type="button"
            className="cg-icon-button"
            aria-label={t('informed.refresh')}
            title={t('informed.refresh')}
            onClick={state.refresh}
          >
            <IconRefresh size={18} stroke={1.6} aria-hidden="true" />
          </button>
        )}
      </div>
      <p className={classes.hint}>{t('informed.webhooksHint')}</p>
      <FormFailure error={state.failure} />
      {webhooks === null && state.failure === null && <Skeleton h={40} />}
      {webhooks?.map((webhook) => (
        <WebhookItem
          key={webhook.id}
          webhook={webhook}
          deliveries={deliveries.filter(({ webhookId }) => webhookId === webhook.id)}
          isTesting={testing === webhook.id}
          onTest={() => state.test(webhook.id)}
          onRemove={() => state.remove(webhook.id)}
        />
      ))}
      {isAdding ? (
        <WebhookForm onAdd={state.add} onClose={() => setAdding(false)} />
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('informed.add')}
        </Button>
      )}
    </section>
  );
}
