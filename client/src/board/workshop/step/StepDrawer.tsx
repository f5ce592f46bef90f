import { exhaustive } from '@common-ground/protocol';
import type { Step } from '@common-ground/workshop';
import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DiscussionPart } from '../discussion/DiscussionPart.tsx';
import { DecidePart } from '../results/DecidePart.tsx';
import { ReviewPart } from '../results/ReviewPart.tsx';
import { SignPart } from '../results/SignPart.tsx';
import { RatingPart } from '../voting/RatingPart.tsx';
import { VotePart } from '../voting/VotePart.tsx';
import { WritingPart } from '../writing/WritingPart.tsx';
import classes from './StepDrawer.module.css';

/** Everybody's own part in the step, beside the canvas: it pushes the canvas aside; on a phone it is a sheet. */
export function StepDrawer({ step, onClose }: { step: Step; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <aside className={classes.drawer} aria-labelledby="step-part">
      <div className={classes.head}>
        <h2 id="step-part" className={classes.title} dir="auto">
          {step.title}
        </h2>
        <CloseButton aria-label={t('app.close')} onClick={onClose} />
      </div>
      <section className={classes.content} aria-labelledby="step-part">
        {/* What was half given in one step is no part of the next. */}
        <Part key={step.key} step={step} />
      </section>
    </aside>
  );
}

function Part({ step }: { step: Step }) {
  switch (step.mode.kind) {
    case 'private':
      return <WritingPart step={step} mode={step.mode} />;
    case 'vote':
      return <VotePart step={step} mode={step.mode} />;
    case 'check':
      return <RatingPart step={step} mode={step.mode} />;
    case 'discuss':
      return <DiscussionPart step={step} mode={step.mode} />;
    case 'decide':
      return <DecidePart sectionKeys={step.mode.sectionKeys} />;
    case 'commit':
      return <SignPart signers={step.mode.signers} sectionKeys={step.mode.sectionKeys} title={step.title} />;
    case 'open':
      return step.mode.reviewsActions === true ? <ReviewPart /> : null;
    case 'group':
      return null;
    default:
      return exhaustive(step.mode);
  }
}
