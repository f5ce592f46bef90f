import type { Attribution } from '@common-ground/board';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeKinds, countKinds, type ChangeItem } from './ChangeItem.ts';
import classes from './ChangeList.module.css';
import { changeIcons, typeKey } from './changeStyles.ts';

/** Changes by kind, each a button that goes there. */
export function ChangeList({
  items,
  currentId,
  whoAndWhen,
  onGo,
}: {
  items: readonly ChangeItem[];
  currentId: string | null;
  whoAndWhen: (who: Attribution) => string;
  onGo: (item: ChangeItem) => void;
}) {
  const { t } = useTranslation();
  const counts = countKinds(items);
  return changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => (
      <section key={kind} className={classes.group}>
        <h3>{t(`changes.counts.${kind}`, { count: counts[kind] })}</h3>
        <ul className={classes.list}>
          {items
            .filter((item) => item.kind === kind)
            .map((item) => (
              <li key={item.id}>
                <ChangeButton
                  item={item}
                  isCurrent={item.id === currentId}
                  who={whoAndWhen(item)}
                  onGo={() => onGo(item)}
                />
              </li>
            ))}
        </ul>
      </section>
    ));
}

function ChangeButton({
  item,
  isCurrent,
  who,
  onGo,
}: {
  item: ChangeItem;
  isCurrent: boolean;
  who: string;
  onGo: () => void;
}) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const Icon = changeIcons[item.kind];
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <button
      ref={button}
      type="button"
      className={classes.change}
      data-kind={item.kind}
      aria-current={isCurrent}
      onClick={onGo}
    >
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span className={classes.text}>
        {item.wordsBefore !== null && item.wordsBefore !== '' && (
          <del className={classes.words} dir="auto">
            {item.wordsBefore}
          </del>
        )}
        <span className={classes.words} dir="auto">
          {item.words || t(`changes.types.${typeKey(item)}`)}
        </span>
        <span className={classes.facts}>
          {[...item.details.map((detail) => t(`changes.details.${detail}`)), who].filter(Boolean).join(' · ')}
        </span>
      </span>
    </button>
  );
}
