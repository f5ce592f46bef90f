import { Button, CloseButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../texts/formatMoment.ts';
import { changeKinds, countKinds, type ChangeItem } from '../changes/ChangeItem.ts';
import { changeIcons, typeKey } from '../changes/changeStyles.ts';
import { useWhoAndWhen } from '../changes/useWhoAndWhen.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { useServerTime } from '../history/useServerTime.ts';
import classes from './NewsCard.module.css';
import type { NewsWalk } from './useNews.ts';

/** What others did since one was here: in figures at first, then step by step through the canvas. */
export function NewsCard({
  walk,
  connection,
  info,
}: {
  walk: NewsWalk;
  connection: BoardConnection;
  info: BoardInfo;
}) {
  const { t } = useTranslation();
  const serverTime = useServerTime(connection);
  const [now] = useState(serverTime);
  const { news, at } = walk;
  const item = at === null ? undefined : news.items[at];
  return (
    <div className={classes.place}>
      <section className={classes.card} aria-label={t('news.title')}>
        {item === undefined ? (
          <Summary walk={walk} now={now} />
        ) : (
          <Step walk={walk} item={item} now={now} info={info} />
        )}
        <CloseButton aria-label={t('news.later')} title={t('news.later')} onClick={walk.later} />
      </section>
    </div>
  );
}

function Summary({ walk, now }: { walk: NewsWalk; now: number }) {
  const { t, i18n } = useTranslation();
  const { since, items } = walk.news;
  const counts = countKinds(items);
  const told = changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`changes.counts.${kind}`, { count: counts[kind] }));
  return (
    <>
      <IconSparkles size={20} stroke={1.6} aria-hidden="true" className={classes.sign ?? ''} />
      <p className={classes.text} aria-live="polite">
        <strong>{t('news.since', { when: formatMoment(since, now, i18n.language) })}</strong>
        <span className="cg-numbers">{told.join(' · ')}</span>
      </p>
      <Button size="xs" onClick={() => walk.go(0)}>
        {t('news.start')}
      </Button>
      <Button size="xs" variant="default" onClick={walk.markSeen}>
        {t('news.seen')}
      </Button>
    </>
  );
}

function Step({ walk, item, now, info }: { walk: NewsWalk; item: ChangeItem; now: number; info: BoardInfo }) {
  const { t } = useTranslation();
  const whoAndWhen = useWhoAndWhen(info.participants, now);
  const { at, news, isThere } = walk;
  const place = at ?? 0;
  const Icon = changeIcons[item.kind];
  const facts = [t(`changes.kinds.${item.kind}`), whoAndWhen(item), isThere ? '' : t('news.gone')];
  return (
    <>
      <Icon size={20} stroke={1.6} aria-hidden="true" className={classes.sign ?? ''} />
      <p className={classes.text} aria-live="polite">
        <strong dir="auto">{item.words || t(`changes.types.${typeKey(item)}`)}</strong>
        <span>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </p>
      <span className={classes.position}>
        {t('changes.position', { number: place + 1, count: news.items.length })}
      </span>
      <Button
        size="xs"
        variant="default"
        px={8}
        aria-label={t('changes.previous')}
        title={t('changes.previous')}
        disabled={place === 0}
        onClick={() => walk.go(place - 1)}
      >
        <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" />
      </Button>
      {place < news.items.length - 1 ? (
        <Button
          size="xs"
          rightSection={<IconChevronRight size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => walk.go(place + 1)}
        >
          {t('changes.next')}
        </Button>
      ) : (
        <Button size="xs" onClick={walk.markSeen}>
          {t('news.seen')}
        </Button>
      )}
    </>
  );
}
