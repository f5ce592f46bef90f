import type { Item, Step, StepMode } from '@common-ground/workshop';
import { VisuallyHidden } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { showItem } from './canvasItems.ts';
import { Dots } from './Dots.tsx';
import { PrivacyTold } from './PrivacyTold.tsx';
import { StepResults } from './StepResults.tsx';
import { useDots, type OwnDots } from './useDots.ts';
import { useItems } from './useItems.ts';
import classes from './Voting.module.css';

type VoteMode = Extract<StepMode, { kind: 'vote' }>;

/** The vote as a list: the same as the marks on the canvas, for keyboards, screen readers and thumbs. */
export function VotePart({ step, mode }: { step: Step; mode: VoteMode }) {
  const { t } = useTranslation();
  const { editor } = useWorkshopTools();
  const view = useWorkshopView();
  const found = useItems(editor, step, view);
  const dots = useDots(step.key, mode);
  const vote = view?.ballots.votes.find(({ stepKey }) => stepKey === step.key);
  if (view === null) return null;
  if (vote === undefined) {
    return (
      <div className={parts.section}>
        <PrivacyTold mode={mode} />
        <p className={parts.text}>{t('workshop.voteNotOpen')}</p>
        <p className={`${parts.muted} ${parts.numbers}`}>
          {found.length === 0
            ? t('workshop.voting.nothing')
            : t('workshop.voting.willBe', { count: found.length })}
        </p>
      </div>
    );
  }
  if (vote.status === 'closed') return <StepResults vote={vote} step={step} />;
  return (
    <div className={parts.section}>
      <PrivacyTold mode={mode} />
      <div className={parts.heading}>
        <output className={parts.numbers}>
          {dots !== null && t('workshop.dotsLeft', { count: dots.left })}
        </output>
        <span className={`${parts.muted} ${parts.numbers}`}>
          {t('workshop.votedCount', { count: vote.voterCount, expected: vote.expectedCount })}
        </span>
      </div>
      <p className={parts.muted}>{t('workshop.voting.atMost', { count: mode.maxPerItem })}</p>
      <ul className={parts.list} aria-label={t('workshop.voting.list')}>
        {vote.items.map((item) => (
          <li key={item.itemId}>
            <ItemRow item={item} dots={dots} most={mode.maxPerItem} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ItemRow({
  item: { itemId, label },
  dots,
  most,
}: {
  item: Item;
  dots: OwnDots | null;
  most: number;
}) {
  const { t } = useTranslation();
  const { editor } = useWorkshopTools();
  const named = { label: isolate(label) };
  return (
    <div className={classes.item}>
      <button
        type="button"
        className={classes.itemLabel}
        dir="auto"
        title={t('workshop.voting.show', named)}
        onClick={() => showItem(editor, itemId)}
      >
        {label}
      </button>
      {dots !== null && (
        <div className={classes.itemDots}>
          <button
            type="button"
            className="cg-icon-button"
            aria-label={t('workshop.voting.take', named)}
            aria-disabled={dots.of(itemId) === 0}
            onClick={() => dots.take(itemId)}
          >
            <IconMinus size={18} stroke={1.8} aria-hidden="true" />
          </button>
          <Dots given={dots.of(itemId)} most={most} />
          <VisuallyHidden>{t('workshop.voting.dotsOn', { count: dots.of(itemId) })}</VisuallyHidden>
          <button
            type="button"
            className="cg-icon-button"
            aria-label={t('workshop.voting.add', named)}
            aria-disabled={!dots.mayAdd(itemId)}
            onClick={() => dots.add(itemId)}
          >
            <IconPlus size={18} stroke={1.8} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
