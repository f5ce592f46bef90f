import { offersEscalation } from '@common-ground/templates';
import type { WorkshopView } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { useMarks } from '../../findings/MarksContext.tsx';
import parts from '../parts.module.css';
import { useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { StepResults } from '../voting/StepResults.tsx';
import { ActionList } from './ActionList.tsx';
import { DecisionList } from './DecisionList.tsx';
import { EscalationSection } from './EscalationSection.tsx';
import { ProposalList } from './ProposalList.tsx';
import { SignPart } from './SignPart.tsx';

/** What the workshops of this board have left so far. */
export function ResultsPanel() {
  const view = useWorkshopView();
  const { people } = useWorkshopTools();
  const board = useValue(useMarks().state);
  if (view === null || isEmpty(view)) return <EmptyResults />;
  const isRunning = view.agenda.phase !== 'idle';
  const hasLadder = isRunning && board !== null && offersEscalation(board);
  return (
    <>
      <ActionList />
      <DecisionList />
      <ProposalList />
      {(isRunning || view.signatures.agreements.length > 0) && <SignPart signers="partner" />}
      <VoteResults view={view} />
      {(hasLadder || view.escalation.records.length > 0) && <EscalationSection />}
      <datalist id="workshop-people">
        {people.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

function EmptyResults() {
  const { t } = useTranslation();
  return (
    <div className={parts.empty}>
      <h3>{t('workshop.results.emptyTitle')}</h3>
      <p>{t('workshop.results.empty')}</p>
    </div>
  );
}

function VoteResults({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const steps = view.agenda.phase === 'idle' ? [] : view.agenda.steps;
  const counted = view.ballots.votes.filter((vote) => vote.counted.length > 0);
  if (counted.length === 0) return null;
  return (
    <section className={parts.section}>
      <h3>{t('workshop.results.votes')}</h3>
      {counted.map((vote) => {
        const step = steps.find(({ key }) => key === vote.stepKey);
        return step === undefined ? null : (
          <div key={vote.stepKey} className={parts.card}>
            <h4 dir="auto" style={{ margin: 0 }}>
              {step.title}
            </h4>
            <StepResults vote={vote} step={step} />
          </div>
        );
      })}
    </section>
  );
}

function isEmpty({ agenda, outcomes, signatures, escalation, ballots }: WorkshopView): boolean {
  const left =
    outcomes.actions.length +
    outcomes.decisions.length +
    signatures.agreements.length +
    escalation.records.length +
    ballots.past.length;
  return agenda.phase === 'idle' && left === 0 && outcomes.followUpOn === null;
}
