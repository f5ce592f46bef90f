import type { WorkshopView } from '@common-ground/workshop';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import type { AgendaView } from '../../chrome/model.ts';
import { stepNow } from '../step/stepNow.ts';
import { StepCountdown } from '../step/StepCountdown.tsx';
import { useItems } from '../voting/useItems.ts';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { EndDialog } from './EndDialog.tsx';
import classes from './FacilitatorBar.module.css';
import { LeadTools } from './LeadTools.tsx';
import { mainAct, nextStep, type MainAct } from './mainAct.ts';
import { Numbers } from './Numbers.tsx';
import { StartWorkshop } from './StartWorkshop.tsx';
import { TimerTools } from './TimerTools.tsx';
import { useLaneName } from './useLaneName.ts';
import { useStepMove } from './useStepMove.tsx';
import { VoteTools } from './VoteTools.tsx';

/** What a facilitator runs the workshop with, at the foot of the side panel; on a phone a remote control. */
export function FacilitatorBar({ agendas }: { agendas: readonly AgendaView[] }) {
  const { t } = useTranslation();
  const view = useWorkshopView();
  if (view?.you.role !== 'facilitator') return null;
  return (
    <section className={classes.bar} aria-label={t('workshop.lead.bar')}>
      {view.agenda.phase === 'running' ? <Running view={view} /> : <StartWorkshop agendas={agendas} />}
    </section>
  );
}

function Running({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const [isEnding, setEnding] = useState(false);
  const now = stepNow(view);
  if (now === null) return null;
  return (
    <>
      <div className={classes.now}>
        <span className={classes.number}>
          {t('workshop.stepOf', { number: now.number, count: now.count })}
        </span>
        <strong className={classes.title} dir="auto">
          {now.step.title}
        </strong>
        <StepCountdown timer={view.timer} />
      </div>
      <Numbers view={view} step={now.step} />
      <TimerTools timer={view.timer} />
      <Moves view={view} onEnd={() => setEnding(true)} />
      <LeadTools view={view} onEnd={() => setEnding(true)} />
      {isEnding && <EndDialog view={view} stepKey={now.step.key} onClose={() => setEnding(false)} />}
    </>
  );
}

/** Back, the act of the step, and on. */
function Moves({ view, onEnd }: { view: WorkshopView; onEnd: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { editor } = useWorkshopTools();
  const { move, dialog } = useStepMove();
  const now = stepNow(view);
  const items = useItems(editor, now?.step ?? null, view);
  if (now === null) return null;
  const { step, next, number } = now;
  const act = mainAct(view, items);
  return (
    <>
      {act !== null && act.kind !== 'next' && <ActButton act={act} itemCount={items.length} />}
      <VoteTools view={view} step={step} items={items} act={act} />
      <div className={classes.moves}>
        <Button
          variant="default"
          disabled={number === 1}
          leftSection={<IconArrowLeft size={16} stroke={1.8} aria-hidden="true" />}
          onClick={() =>
            void give({ type: 'agenda.back', expectedStepKey: step.key, reason: null, startTimer: false })
          }
        >
          {t('workshop.lead.back')}
        </Button>
        {next === null ? (
          <Button
            variant={act === null ? 'filled' : 'default'}
            className={classes.next ?? ''}
            onClick={onEnd}
          >
            {t('workshop.lead.end')}
          </Button>
        ) : (
          <Button
            variant={act?.kind === 'next' ? 'filled' : 'default'}
            className={classes.next ?? ''}
            title={next.title}
            onClick={() => move((reason) => nextStep(step.key, reason))}
          >
            <span className={classes.nextTitle}>
              {t('workshop.lead.nextNamed', { title: isolate(next.title) })}
            </span>
          </Button>
        )}
      </div>
      {dialog}
    </>
  );
}

function ActButton({ act, itemCount }: { act: MainAct; itemCount: number }) {
  const { t } = useTranslation();
  const give = useGive();
  const nameOf = useLaneName();
  const { kind, command } = act;
  if (kind === 'next') return null;
  const label =
    kind === 'revealLane'
      ? t('workshop.lead.revealLane', { partner: nameOf(act.partnerId) })
      : t(`workshop.lead.${kind}`);
  return (
    <>
      <Button
        fullWidth
        disabled={command === null}
        onClick={() => (command === null ? undefined : void give(command))}
      >
        <span className={classes.nextTitle}>{label}</span>
        {kind === 'open' && itemCount > 0 && (
          <span className={classes.count}>{t('workshop.lead.items', { count: itemCount })}</span>
        )}
      </Button>
      {command === null && <p className={classes.hint}>{t('workshop.voting.nothing')}</p>}
    </>
  );
}
