import type { Step } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkshopClient } from '../link/WorkshopClient.ts';
import { hasPart, stepNow } from './stepNow.ts';

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
  if (step === null || !hasPart(step.mode))
    return { step: null, label: '', isOpen: false, toggle: () => undefined };
  const { kind } = step.mode;
  const isLeading = view?.you.role === 'facilitator';
  const isOnCanvas = kind === 'vote' || (step.mode.kind === 'private' && step.mode.into === 'widget');
  const isWanted = !isOnCanvas && (!isLeading || kind === 'discuss') && !matchMedia(phone).matches;
  const isOpen = chosen?.stepKey === step.key ? chosen.isOpen : isWanted;
  return {
    step,
    label: kind === 'open' || kind === 'group' ? '' : t(`workshop.partShort.${kind}`),
    isOpen,
    toggle: () => setChosen({ stepKey: step.key, isOpen: !isOpen }),
  };
}
