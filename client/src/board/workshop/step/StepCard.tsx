import { mayEdit } from '@common-ground/protocol';
import type { Step, WorkshopView } from '@common-ground/workshop';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconChevronUp, IconCircle } from '@tabler/icons-react';
import { useValue } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { StepViewMenu } from '../../view/StepViewMenu.tsx';
import type { StepViewControl } from '../../view/useStepView.ts';
import parts from '../parts.module.css';
import { Warning } from '../Warning.tsx';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { HandAndReactions } from './HandAndReactions.tsx';
import classes from './StepCard.module.css';
import { StepCountdown } from './StepCountdown.tsx';
import { StepFacts } from './StepFacts.tsx';
import { StepTitle } from './StepHeader.tsx';
import { partOf, stepNow, type StepNow } from './stepNow.ts';
import { TakeOver } from './TakeOver.tsx';

/** What to do now, at the canvas' foot and covering none of it: the instruction, what is left to give, what comes next. */
export function StepCard({
  isPartOpen,
  onPart,
  stepView,
}: {
  isPartOpen: boolean;
  onPart: () => void;
  stepView: StepViewControl;
}) {
  const { t } = useTranslation();
  const view = useWorkshopView();
  const [isOpen, { toggle }] = useDisclosure(true);
  const now = stepNow(view);
  if (view === null || now === null) return null;
  return (
    <section className={classes.card} aria-label={t('workshop.now')}>
      <div className={classes.phoneHead}>
        <StepTitle view={view} />
        <StepCountdown timer={view.timer} />
      </div>
      <div className={classes.words}>
        <p className={classes.instruction} dir="auto">
          {isOpen ? now.step.instruction : now.step.title}
        </p>
        {isOpen && (
          <p className={classes.next} dir="auto">
            <OpenUntil agenda={view.agenda} />
            {now.next === null
              ? t('workshop.lastStep')
              : t('workshop.next', { title: isolate(now.next.title) })}
          </p>
        )}
        {isOpen && <Notes view={view} />}
      </div>
      {isOpen && (
        <Actions view={view} now={now} isPartOpen={isPartOpen} onPart={onPart} stepView={stepView} />
      )}
      <button
        type="button"
        className={`cg-icon-button ${classes.fold}`}
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'workshop.hideCard' : 'workshop.showCard')}
        title={t(isOpen ? 'workshop.hideCard' : 'workshop.showCard')}
        onClick={toggle}
      >
        {isOpen ? <IconChevronDown size={18} stroke={1.6} /> : <IconChevronUp size={18} stroke={1.6} />}
      </button>
    </section>
  );
}

/** Until when people can come in their own time, in the time of where they are. */
function OpenUntil({ agenda }: { agenda: WorkshopView['agenda'] }) {
  const { t, i18n } = useTranslation();
  if (agenda.phase !== 'running' || agenda.openUntil === null) return null;
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <strong className={classes.until}>
      {t('workshop.openUntil.told', { when: format.format(agenda.openUntil) })}
    </strong>
  );
}

function Actions({
  view,
  now,
  isPartOpen,
  onPart,
  stepView,
}: {
  view: WorkshopView;
  now: StepNow;
  isPartOpen: boolean;
  onPart: () => void;
  stepView: StepViewControl;
}) {
  const takesPart = mayEdit(view.you.role);
  return (
    <div className={classes.actions}>
      <StepFacts view={view} step={now.step} />
      {!isPartOpen && (
        <PartButton step={now.step} isAccent={view.you.role === 'contributor'} onPart={onPart} />
      )}
      {view.you.role === 'contributor' && <ReadyButton isReady={view.people.isYouReady} />}
      <span className={classes.signs}>
        <StepViewMenu {...stepView} />
        {takesPart && <HandAndReactions view={view} />}
      </span>
    </div>
  );
}

function PartButton({ step, isAccent, onPart }: { step: Step; isAccent: boolean; onPart: () => void }) {
  const { t } = useTranslation();
  const part = partOf(step.mode);
  if (part === null) return null;
  return (
    <Button size="sm" variant={isAccent && part !== 'widget' ? 'filled' : 'default'} onClick={onPart}>
      {t(`workshop.openPart.${part}`)}
    </Button>
  );
}

function ReadyButton({ isReady }: { isReady: boolean }) {
  const { t } = useTranslation();
  const give = useGive();
  return (
    <Button
      size="sm"
      variant={isReady ? 'light' : 'default'}
      aria-pressed={isReady}
      leftSection={
        isReady ? (
          <IconCheck size={16} stroke={2.2} aria-hidden="true" />
        ) : (
          <IconCircle size={16} stroke={1.8} aria-hidden="true" />
        )
      }
      onClick={() => void give({ type: 'people.setReady', isReady: !isReady })}
    >
      {t(isReady ? 'workshop.readyOn' : 'workshop.ready')}
    </Button>
  );
}

/** What is out of the ordinary: a lock, nobody leading, answers that wait for the server. */
function Notes({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const { client } = useWorkshopTools();
  const waitingCount = useValue(client.waitingCount);
  const isOffline = useValue(client.isOffline);
  const { yourRight } = view.canvas;
  const isContributor = view.you.role === 'contributor';
  return (
    <>
      {isContributor && yourRight === 'read' && <p className={parts.muted}>{t('workshop.locked')}</p>}
      {isContributor && yourRight === 'notes' && view.people.hasFacilitatorPresent && (
        <p className={parts.muted}>{t('workshop.notesOnly')}</p>
      )}
      {!view.people.hasFacilitatorPresent && <TakeOver view={view} />}
      {isOffline && waitingCount > 0 && <Warning>{t('workshop.waiting', { count: waitingCount })}</Warning>}
    </>
  );
}
