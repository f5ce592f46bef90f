import type { Delivery, Webhook } from '@common-ground/protocol';
import { Button, CopyButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Informed.module.css';

/** Messages shown of each webhook; the log is for finding out what is wrong now. */
const shownDeliveries = 5;

/** One address that is told, its secret, and what became of the latest messages. */
export function WebhookItem({
  webhook,
  deliveries,
  isTesting,
  onTest,
  onRemove,
}: {
  webhook: Webhook;
  deliveries: readonly Delivery[];
  isTesting: boolean;
  onTest: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { host } = new URL(webhook.url);
  return (
    <article className={classes.webhook} aria-label={host}>
      <p className={classes.url} dir="ltr">
        {webhook.url}
      </p>
      <p className={classes.hint}>{webhook.kinds.map((kind) => t(`informed.kind.${kind}`)).join(' · ')}</p>
      <div className={classes.row}>
        <Button size="xs" variant="default" loading={isTesting} onClick={onTest}>
          {t('informed.test')}
        </Button>
        <CopyButton value={webhook.secret}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? t('share.copied') : t('informed.copySecret')}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="subtle" color="red" onClick={onRemove}>
          {t('informed.remove')}
        </Button>
      </div>
      {deliveries.length === 0 ? (
        <p className={classes.hint}>{t('informed.noMessages')}</p>
      ) : (
        <ul className={classes.deliveries} aria-label={t('informed.messages')}>
          {deliveries.slice(0, shownDeliveries).map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </article>
  );
}

const icons = { delivered: IconCheck, waiting: IconClock, 'given-up': IconAlertTriangle } as const;

function DeliveryLine({ delivery: { answer, at, kind, state } }: { delivery: Delivery }) {
  const { t, i18n } = useTranslation();
  const Icon = icons[state];
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li data-state={state}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>
        {t(`informed.kind.${kind}`)} · {time.format(at)} · {t(`informed.state.${state}`)}
        {state !== 'delivered' && answer !== null && ` (${answer})`}
      </span>
    </li>
  );
}
