import { mayEdit } from '@common-ground/protocol';
import { ratedThings, type RatedThing, type Step, type StepMode } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import type { VoteView } from './OwnAnswers.ts';
import { PrivacyTold } from './PrivacyTold.tsx';
import { RatingScale } from './RatingScale.tsx';
import { StepResults } from './StepResults.tsx';

type CheckMode = Extract<StepMode, { kind: 'check' }>;

/** The questions of a check, each with its scale; the result once it is counted. */
export function RatingPart({ step, mode }: { step: Step; mode: CheckMode }) {
  const { t } = useTranslation();
  const view = useWorkshopView();
  const vote = view?.ballots.votes.find(({ stepKey }) => stepKey === step.key);
  if (view === null) return null;
  if (vote?.status === 'closed') return <StepResults vote={vote} step={step} />;
  return (
    <div className={parts.section}>
      <PrivacyTold mode={mode} />
      {vote === undefined ? (
        <p className={parts.text}>{t('workshop.checkNotOpen')}</p>
      ) : (
        <Questions step={step} mode={mode} vote={vote} mayAnswer={mayEdit(view.you.role)} />
      )}
    </div>
  );
}

function Questions({
  step,
  mode,
  vote,
  mayAnswer,
}: {
  step: Step;
  mode: CheckMode;
  vote: VoteView;
  mayAnswer: boolean;
}) {
  const { t } = useTranslation();
  const { answers } = useWorkshopTools();
  const given = useValue('own ratings', () => answers.of(vote), [answers, vote]);
  const rate = ({ key, itemId, questionKey }: RatedThing, value: number | null) => {
    const command = {
      type: 'ballots.rate',
      stepKey: step.key,
      round: vote.round,
      told: mode.privacy,
      answers: [{ itemId, questionKey, value }],
    } as const;
    void answers.give(vote, key, value, command);
  };
  return (
    <>
      {ratedThings(mode, [...vote.items]).map((thing) => (
        <RatingScale
          key={thing.key}
          name={`${step.key}.${vote.round}.${thing.key}`}
          statement={vote.items.find(({ itemId }) => itemId === thing.itemId)?.label ?? null}
          question={mode.questions.find(({ key }) => key === thing.questionKey)?.text ?? null}
          scale={mode.scale}
          value={given.get(thing.key) ?? null}
          isDisabled={!mayAnswer}
          onRate={(value) => rate(thing, value)}
        />
      ))}
      <p className={`${parts.muted} ${parts.numbers}`}>
        {t('workshop.votedCount', { count: vote.voterCount, expected: vote.expectedCount })}
      </p>
    </>
  );
}
