import type { Attribution } from '@common-ground/board';
import type { Snapshot } from '@common-ground/protocol';
import { Button, Loader } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChangeList } from '../changes/ChangeList.tsx';
import { changeKinds } from '../changes/ChangeItem.ts';
import classes from './HistoryPanel.module.css';
import { momentWords } from './momentWords.ts';
import type { LookedAtChanges } from './useHistory.ts';

/** What changed between a moment and now, step by step and as a list. */
export function ComparePane({
  snapshot,
  isFailed,
  changes,
  whoAndWhen,
  onBack,
  onRestore,
}: {
  snapshot: Snapshot;
  isFailed: boolean;
  /** Null while the moment is on its way. */
  changes: LookedAtChanges | null;
  whoAndWhen: (who: Attribution) => string;
  onBack: () => void;
  /** Null for people who may not. */
  onRestore: (() => void) | null;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.compareHead}>
        <button type="button" className={classes.back} onClick={onBack}>
          <IconChevronLeft size={16} stroke={1.8} aria-hidden="true" />
          {t('history.allMoments')}
        </button>
        <h3 dir="auto">{t('history.sinceMoment', { moment: momentWords(snapshot, t) })}</h3>
        {changes !== null && changes.items.length > 0 && <Stepper changes={changes} />}
        {onRestore !== null && changes !== null && changes.items.length > 0 && (
          <Button size="xs" variant="default" onClick={onRestore}>
            {t('history.restore')}
          </Button>
        )}
      </div>
      {changes === null && !isFailed && <Loader size={20} />}
      {changes !== null && changes.items.length === 0 && <p>{t('history.unchanged')}</p>}
      {changes !== null && (
        <ChangeList
          items={changes.items}
          currentId={changes.currentId}
          whoAndWhen={whoAndWhen}
          onGo={changes.go}
        />
      )}
    </>
  );
}

/** From one change to the next, in the order of the list. */
function Stepper({ changes: { items, currentId, go } }: { changes: LookedAtChanges }) {
  const { t } = useTranslation();
  const ordered = changeKinds.flatMap((kind) => items.filter((item) => item.kind === kind));
  const at = ordered.findIndex(({ id }) => id === currentId);
  const step = (by: 1 | -1) => {
    const next =
      at === -1 ? (by === 1 ? 0 : ordered.length - 1) : (at + by + ordered.length) % ordered.length;
    const item = ordered[next];
    if (item !== undefined) go(item);
  };
  return (
    <div className={classes.step}>
      <span aria-live="polite">
        {at === -1
          ? t('changes.all', { count: ordered.length })
          : t('changes.position', { number: at + 1, count: ordered.length })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconChevronUp size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => step(-1)}
      >
        {t('changes.previous')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconChevronDown size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => step(1)}
      >
        {t('changes.next')}
      </Button>
    </div>
  );
}
