import { findingIds, spokenFindings, type Target } from '@common-ground/templates';
import { FindingMark } from '@common-ground/templates/client';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMarkOf } from './MarksContext.tsx';
import classes from './TargetMark.module.css';

/**
 * The mark at something that stands beside the canvas (an action, an agreement, a partner): a sign that tells its
 * findings when it is pointed at or has the focus. Nothing when there is none.
 */
export function TargetMark({ target }: { target: Target }) {
  const { i18n } = useTranslation();
  const { findings, isHighlighted } = useMarkOf(target);
  const mark = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isHighlighted) return;
    mark.current?.scrollIntoView({ block: 'center' });
    mark.current?.focus({ preventScroll: true });
  }, [isHighlighted]);
  if (findings.length === 0) return null;
  return (
    // A button, so that it can be reached by keyboard: or only a pointer could read what it says.
    <button
      ref={mark}
      type="button"
      className={classes.mark}
      aria-label={spokenFindings(findings, i18n.language)}
      data-findings={findingIds(findings)}
      data-highlighted={isHighlighted || undefined}
    >
      <FindingMark findings={findings} />
    </button>
  );
}
