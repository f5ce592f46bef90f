import { isFromLastTime, runNow, type Step, type WorkshopView } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkshopClient } from '../link/WorkshopClient.ts';
import { partOf, stepNow } from './stepNow.ts';

/** One's own part in the step: whether there is one, and whether it is open beside the canvas. */
export interface StepPartState {
  /** Null when the step has none. */
  readonly step: Step | null;
  /** In a word, for a phone's bar. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** As wide as a phone, where the part is a sheet over the canvas. */
const phone = '(max-width: 48em)';

/**
 * Opens by itself where the step is about what stands in it. A vote happens on the canvas, as does filling in a widget, a facilitator leads from
 * elsewhere (but for the topics of a discussion), and a phone's canvas stays free until somebody asks.
 */
export function useStepPart(client: WorkshopClient): StepPartState {
  const { t } = useTranslation();
  const view = useValue(client.view);
  const [chosen, setChosen] = useState<{ readonly stepKey: string; readonly isOpen: boolean } | null>(null);
  const step = stepNow(view)?.step ?? null;
  const part = step === null ? null : partOf(step.mode);
  if (view === null || step === null || part === null)
    return { step: null, label: '', isOpen: false, toggle: () => undefined };
  const { kind } = step.mode;
  const isLeading = view.you.role === 'facilitator';
  // In the first retrospective of a series there is nothing to go through.
  const isAboutNothing = part === 'review' && !hasActionsOfLastTime(view);
  const isOnCanvas = part === 'vote' || part === 'widget';
  const isWanted =
    !isOnCanvas && !isAboutNothing && (!isLeading || kind === 'discuss') && !matchMedia(phone).matches;
  const isOpen = chosen?.stepKey === step.key ? chosen.isOpen : isWanted;
  return {
    step,
    label: t(`workshop.partShort.${part}`),
    isOpen,
    toggle: () => setChosen({ stepKey: step.key, isOpen: !isOpen }),
  };
}

function hasActionsOfLastTime({ agenda, outcomes }: WorkshopView): boolean {
  return outcomes.actions.some((action) => isFromLastTime(action, runNow(agenda)));
}
