import type { Step } from '@common-ground/workshop';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { useWorkshopView } from '../WorkshopContext.tsx';
import type { VoteView } from './OwnAnswers.ts';
import { TallyResult } from './TallyResult.tsx';

/** The counted rounds of a step's vote that this person may see, the newest first. */
export function StepResults({ vote, step }: { vote: VoteView; step: Step }) {
  const { t } = useTranslation();
  const view = useWorkshopView();
  if (vote.counted.length === 0) return <p className={parts.text}>{t('workshop.voteCounted')}</p>;
  return vote.counted.toReversed().map(({ round, tally, isShown }) => (
    <section key={round} className={parts.section}>
      <h3 className={parts.heading}>
        {vote.counted.length > 1 ? t('workshop.voting.round', { round }) : t('workshop.voting.results')}
      </h3>
      {!isShown && view?.you.role === 'facilitator' && (
        <p className={parts.muted}>{t('workshop.voting.hidden')}</p>
      )}
      <TallyResult tally={tally} items={vote.items} mode={step.mode} />
    </section>
  ));
}
