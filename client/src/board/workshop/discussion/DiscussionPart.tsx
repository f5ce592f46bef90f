import type { MechanicView, Step, StepMode, WorkshopView } from '@common-ground/workshop';
import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { Countdown } from '../step/Countdown.tsx';
import { showItem } from '../voting/canvasItems.ts';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import classes from './Discussion.module.css';
import { GoOnQuestion } from './GoOnQuestion.tsx';
import { topicsByGap } from './topicsByGap.ts';
import { RestatementList } from './RestatementList.tsx';

type DiscussMode = Extract<StepMode, { kind: 'discuss' }>;
type Topic = MechanicView<'discussion'>['topics'][number];

/** Topics one after the other, each with its time, and whether to go on when it is up. */
export function DiscussionPart({ step, mode }: { step: Step; mode: DiscussMode }) {
  const view = useWorkshopView();
  if (view === null) return null;
  return (
    <>
      {mode.restate === true && <RestatementList stepKey={step.key} />}
      <Queue view={view} mode={mode} />
    </>
  );
}

function Queue({ view, mode }: { view: WorkshopView; mode: DiscussMode }) {
  const { t } = useTranslation();
  const { topics, current } = view.discussion;
  const isLeading = view.you.role === 'facilitator';
  const topic = topics.find(({ topicId }) => topicId === current?.topicId);
  const others = topics.filter(({ topicId }) => topicId !== current?.topicId);
  return (
    <div className={parts.section}>
      {topic !== undefined && current !== null && (
        <section className={parts.card} data-tone="accent" aria-label={t('workshop.discussion.current')}>
          <div className={parts.heading}>
            <TopicTitle topic={topic} />
            {current.deadlineAt !== null && <Countdown deadlineAt={current.deadlineAt} restingMs={0} />}
          </div>
          <GoOnQuestion
            view={view}
            isLeading={isLeading}
            moreMinutes={Math.max(1, Math.round((mode.topicMinutes ?? 5) / 2))}
          />
        </section>
      )}
      <h3>{t('workshop.discussion.queue')}</h3>
      {topics.length === 0 && (
        <p className={parts.muted}>
          {t('workshop.discussion.empty')} {!isLeading && t('workshop.discussion.emptyHint')}
        </p>
      )}
      <ol className={parts.list}>
        {others.map((other) => (
          <li key={other.topicId} className={classes.topic} data-status={other.status}>
            <TopicTitle topic={other} />
            {other.status === 'done' ? (
              <span className={classes.done}>
                <IconCheck size={16} stroke={2} aria-hidden="true" />
                {t('workshop.discussion.done')}
              </span>
            ) : (
              isLeading && <StartButton topic={other} />
            )}
          </li>
        ))}
      </ol>
      {isLeading && <QueueTools view={view} />}
    </div>
  );
}

function TopicTitle({ topic: { topicId, title } }: { topic: Topic }) {
  const { t } = useTranslation();
  const { editor } = useWorkshopTools();
  if (!topicId.startsWith('shape:')) {
    return (
      <span className={classes.title} dir="auto">
        {title}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={classes.title}
      dir="auto"
      title={t('workshop.voting.show', { label: isolate(title) })}
      onClick={() => showItem(editor, topicId)}
    >
      {title}
    </button>
  );
}

function StartButton({ topic: { topicId, title } }: { topic: Topic }) {
  const { t } = useTranslation();
  const give = useGive();
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={t('workshop.discussion.startNamed', { title: isolate(title) })}
      onClick={() => void give({ type: 'discussion.startTopic', topicId, minutes: null })}
    >
      {t('workshop.discussion.start')}
    </Button>
  );
}

function QueueTools({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const give = useGive();
  const [title, setTitle] = useState('');
  const counted = view.ballots.votes.findLast(
    ({ status, counted: rounds }) => status === 'closed' && rounds.at(-1)?.tally.kind === 'dots',
  );
  const { topics } = view.discussion;
  const checked = view.ballots.votes.findLast(
    ({ items, counted: rounds }) => items.length > 0 && rounds.at(-1)?.tally.kind === 'ratings',
  );
  const ratings = checked?.counted.at(-1)?.tally;
  return (
    <>
      {checked !== undefined && ratings?.kind === 'ratings' && topics.length === 0 && (
        <Button
          variant="default"
          onClick={() =>
            void give({ type: 'discussion.setQueue', topics: topicsByGap(checked.items, ratings) })
          }
        >
          {t('workshop.discussion.fromCheck')}
        </Button>
      )}
      {counted !== undefined && topics.length === 0 && (
        <Button
          variant="default"
          onClick={() => void give({ type: 'discussion.queueFromVote', stepKey: counted.stepKey })}
        >
          {t('workshop.discussion.fromVote')}
        </Button>
      )}
      <form
        className={parts.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() === '') return;
          const known = topics.map(({ topicId, title: name }) => ({ topicId, title: name }));
          void give({
            type: 'discussion.setQueue',
            topics: [...known, { topicId: crypto.randomUUID(), title }],
          });
          setTitle('');
        }}
      >
        <TextInput
          label={t('workshop.discussion.addLabel')}
          flex={1}
          dir="auto"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={title.trim() === ''} style={{ alignSelf: 'end' }}>
          {t('workshop.discussion.add')}
        </Button>
      </form>
    </>
  );
}
