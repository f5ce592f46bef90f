import { exhaustive } from '@common-ground/protocol';
import { ratedThings, type Step, type WorkshopView } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import classes from './StepCard.module.css';

/** What this person has given in the step and what is left, in a few words. */
export function StepFacts({ view, step }: { view: WorkshopView; step: Step }) {
  const facts = useFacts(view, step);
  if (facts.length === 0) return null;
  return (
    <output className={classes.facts}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </output>
  );
}

/** Below this zoom a note is too small on screen for a button under it. */
const farForDots = 0.2;

function useFacts(view: WorkshopView, step: Step): readonly string[] {
  const { t } = useTranslation();
  const { drafts, answers, editor } = useWorkshopTools();
  const isFar = useValue('too far for dots', () => (editor?.getZoomLevel() ?? 1) < farForDots, [editor]);
  const noteCount = useValue(drafts.list).filter(({ stepKey }) => stepKey === step.key).length;
  const vote = view.ballots.votes.find(({ stepKey }) => stepKey === step.key);
  const own = useValue('own answers', () => (vote === undefined ? null : answers.of(vote)), [answers, vote]);
  const { mode } = step;
  switch (mode.kind) {
    case 'private': {
      const writing = view.drafts.steps.find(({ stepKey }) => stepKey === step.key);
      if (writing === undefined) return [];
      if (!writing.canWrite && writing.reveals.length > 0) return [t('workshop.revealed')];
      if (mode.into === 'widget' && writing.partnerCounts !== null) {
        const { written, expected } = writing.partnerCounts;
        return [t('workshop.partnersWritten', { count: written, expected })];
      }
      const others = t('workshop.writtenCount', {
        count: writing.writerCount,
        expected: writing.expectedCount,
      });
      return [t('workshop.notesWritten', { count: noteCount }), others];
    }
    case 'vote': {
      if (vote === undefined) return [t('workshop.voteNotOpen')];
      if (vote.status === 'closed' || own === null) return [t('workshop.voteCounted')];
      const given = [...own.values()].reduce((sum, dots) => sum + dots, 0);
      const left = t('workshop.dotsLeft', { count: mode.dots - given });
      return isFar ? [left, t('workshop.tooFarForDots')] : [left];
    }
    case 'check': {
      if (vote === undefined) return [t('workshop.checkNotOpen')];
      if (vote.status === 'closed' || own === null) return [t('workshop.voteCounted')];
      return [t('workshop.rated', { count: own.size, all: ratedThings(mode, [...vote.items]).length })];
    }
    case 'discuss': {
      const { topics, current } = view.discussion;
      const topic = topics.find(({ topicId }) => topicId === current?.topicId);
      return topic === undefined ? [] : [topic.title];
    }
    case 'open':
    case 'group':
    case 'decide':
    case 'commit':
      return [];
    default:
      return exhaustive(mode);
  }
}
