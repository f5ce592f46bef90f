import type { DotsTally, Item, RatingsTally, StepMode, Tally } from '@common-ground/workshop';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import { showItem } from './canvasItems.ts';
import { PartnerFigures } from './PartnerFigures.tsx';
import { formatMean } from './formatMean.ts';
import classes from './Voting.module.css';

/** A counted vote, with its bars; each item flies to its place on the board. */
export function TallyResult({
  tally,
  items,
  mode,
}: {
  tally: Tally;
  items: readonly Item[];
  mode: StepMode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p className={`${parts.muted} ${parts.numbers}`}>
        {t('workshop.voting.voters', { count: tally.voters })}
      </p>
      {tally.isSuppressed ? (
        <p className={parts.text}>{t('workshop.voting.suppressed')}</p>
      ) : tally.kind === 'dots' ? (
        <DotsResult tally={tally} items={items} />
      ) : (
        <RatingsResult tally={tally} items={items} mode={mode} />
      )}
    </>
  );
}

function DotsResult({ tally, items }: { tally: DotsTally; items: readonly Item[] }) {
  const { t } = useTranslation();
  const { editor } = useWorkshopTools();
  const chosen = tally.items.filter(({ dots }) => dots !== 0).toSorted((one, other) => one.rank - other.rank);
  const most = Math.max(1, ...chosen.map(({ score }) => score ?? 0));
  if (chosen.length === 0) return <p className={parts.muted}>{t('workshop.voting.noDots')}</p>;
  return (
    <ol className={parts.list}>
      {chosen.map(({ itemId, rank, dots, score, byPartner }) => (
        <li key={itemId} className={classes.result}>
          <div className={classes.resultLine}>
            <button
              type="button"
              className={classes.itemLabel}
              dir="auto"
              onClick={() => showItem(editor, itemId)}
            >
              {items.find((item) => item.itemId === itemId)?.label ?? itemId}
            </button>
            <span className={parts.numbers}>
              {dots === null
                ? t('workshop.voting.rank', { rank })
                : t('workshop.voting.dots', { count: dots })}
            </span>
          </div>
          {score !== null && <Bar share={score / most} />}
          <PartnerFigures
            figures={byPartner.map((one) => ({ partnerId: one.partnerId, figure: String(one.dots) }))}
          />
        </li>
      ))}
    </ol>
  );
}

function RatingsResult({
  tally,
  items,
  mode,
}: {
  tally: RatingsTally;
  items: readonly Item[];
  mode: StepMode;
}) {
  const { t, i18n } = useTranslation();
  const questions = mode.kind === 'check' ? mode.questions : [];
  const min = mode.kind === 'check' ? mode.scale.min : 1;
  return (
    <ul className={parts.list}>
      {tally.ratings.map(({ itemId, questionKey, mean, counts, byPartner }) => (
        <li key={`${itemId}.${questionKey}`} className={classes.result}>
          {itemId !== null && (
            <strong dir="auto">{items.find((item) => item.itemId === itemId)?.label ?? itemId}</strong>
          )}
          {questionKey !== null && (
            <span dir="auto">{questions.find(({ key }) => key === questionKey)?.text ?? questionKey}</span>
          )}
          <span className={parts.numbers}>
            {mean === null
              ? t('workshop.voting.noMean')
              : t('workshop.voting.mean', { mean: formatMean(mean, i18n.language) })}
          </span>
          <Distribution counts={counts} min={min} />
          <PartnerFigures
            figures={byPartner.map((one) => ({
              partnerId: one.partnerId,
              figure: formatMean(one.mean, i18n.language),
            }))}
          />
        </li>
      ))}
    </ul>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <span className={classes.bar} aria-hidden="true">
      <i style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  );
}

/** How many gave each value, as columns with their numbers. */
function Distribution({ counts, min }: { counts: readonly number[]; min: number }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...counts);
  if (counts.length === 0) return null;
  return (
    <ul className={classes.distribution}>
      {counts.map((count, index) => (
        <li key={index} aria-label={t('workshop.voting.answersAt', { value: min + index, count })}>
          <span className={classes.column} aria-hidden="true">
            <i style={{ height: `${Math.round((count / most) * 100)}%` }} />
          </span>
          <span className={classes.columnLabel} aria-hidden="true">
            {min + index}
            <b>{count}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}
