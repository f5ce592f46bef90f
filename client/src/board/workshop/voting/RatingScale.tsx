import type { Scale } from '@common-ground/workshop';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import classes from './Voting.module.css';

/** One thing rated: a row of numbers to choose from, with what its ends mean. */
export function RatingScale({
  name,
  statement,
  question,
  scale,
  value,
  isDisabled,
  onRate,
}: {
  name: string;
  /** What is rated; null for a question asked once. */
  statement: string | null;
  question: string | null;
  scale: Scale;
  /** Null before an answer. */
  value: number | null;
  isDisabled: boolean;
  /** Null takes the answer back. */
  onRate: (value: number | null) => void;
}) {
  const { t } = useTranslation();
  const values = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
  return (
    <fieldset className={classes.scale} disabled={isDisabled}>
      <legend>
        {statement !== null && (
          <span className={classes.statement} dir="auto">
            {statement}
          </span>
        )}
        {question !== null && <span dir="auto">{question}</span>}
      </legend>
      <div className={classes.values}>
        {values.map((one) => (
          <label key={one} className={classes.value}>
            <input
              type="radio"
              name={name}
              checked={one === value}
              aria-label={labelOf(one, scale)}
              onChange={() => onRate(one)}
            />
            <span>{signed(one, scale)}</span>
          </label>
        ))}
      </div>
      <div className={classes.ends}>
        <span dir="auto">{scale.minLabel}</span>
        <span dir="auto">{scale.maxLabel}</span>
      </div>
      {value !== null && !isDisabled && (
        <button type="button" className={`cg-link ${parts.muted}`} onClick={() => onRate(null)}>
          {t('workshop.voting.clear')}
        </button>
      )}
    </fieldset>
  );
}

function labelOf(value: number, scale: Scale): string {
  if (value === scale.min) return `${signed(value, scale)}, ${scale.minLabel}`;
  return value === scale.max ? `${signed(value, scale)}, ${scale.maxLabel}` : signed(value, scale);
}

/** With its sign where the scale has negative numbers. */
function signed(value: number, { min }: Scale): string {
  if (value < 0) return `−${-value}`;
  return value > 0 && min < 0 ? `+${value}` : String(value);
}
