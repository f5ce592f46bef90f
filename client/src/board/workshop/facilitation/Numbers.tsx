import { mayEdit } from '@common-ground/protocol';
import type { Step, WorkshopView } from '@common-ground/workshop';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import { Contributed } from './Contributed.tsx';
import classes from './FacilitatorBar.module.css';
import { Figure } from './Figure.tsx';

/** The numbers a facilitator watches; each tells its names to whoever points at it. */
export function Numbers({ view, step }: { view: WorkshopView; step: Step }) {
  const { t } = useTranslation();
  const { editor, people } = useWorkshopTools();
  const nameOf = (id: string) => isolate(people.find((person) => person.id === id)?.name ?? '');
  const listed = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  const { readyCount, expectedCount, notReadyIds, handIds } = view.people;
  const away = people.filter(({ isHere, role }) => !isHere && mayEdit(role)).map(({ id }) => id);
  const writing = view.drafts.steps.find(({ stepKey }) => stepKey === step.key);
  const vote = view.ballots.votes.find(({ stepKey, status }) => stepKey === step.key && status === 'open');
  // What is written unseen and what is voted have numbers of their own.
  const isOpenToNotes =
    view.agenda.phase === 'running' &&
    view.agenda.openUntil !== null &&
    writing === undefined &&
    vote === undefined;
  return (
    <div className={classes.numbers}>
      <Figure
        text={t('workshop.lead.readyCount', { count: readyCount, expected: expectedCount })}
        hint={
          notReadyIds === null || notReadyIds.length === 0
            ? t('workshop.lead.everybodyReady')
            : t('workshop.lead.notReady', { names: listed(notReadyIds) })
        }
      />
      {writing !== undefined && writing.reveals.length === 0 && (
        <Figure
          text={t('workshop.lead.writtenCount', {
            count: writing.writerCount,
            expected: writing.expectedCount,
          })}
          hint={
            writing.writerIds === null
              ? t('workshop.writtenCount', { count: writing.writerCount, expected: writing.expectedCount })
              : listed(writing.writerIds)
          }
        />
      )}
      {vote !== undefined && (
        <Figure
          text={t('workshop.lead.votedCount', { count: vote.voterCount, expected: vote.expectedCount })}
          hint={t('workshop.votedCount', { count: vote.voterCount, expected: vote.expectedCount })}
        />
      )}
      {isOpenToNotes && editor !== null && (
        <Contributed
          editor={editor}
          since={view.agenda.enteredAt}
          expected={people.filter(({ role }) => mayEdit(role))}
        />
      )}
      {away.length > 0 && (
        <Figure
          text={t('workshop.lead.awayCount', { count: away.length })}
          hint={t('workshop.lead.away', { names: listed(away) })}
        />
      )}
      {handIds.length > 0 && (
        <Figure
          text={t('workshop.lead.handCount', { count: handIds.length })}
          hint={t('workshop.lead.hands', { names: listed(handIds) })}
        />
      )}
    </div>
  );
}
