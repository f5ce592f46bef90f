import { severityWord, type Finding } from '@common-ground/templates';
import { SeverityIcon } from '@common-ground/templates/client';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMarks } from './MarksContext.tsx';
import classes from './FindingCard.module.css';
import { placeBeside } from './placeBeside.ts';

/** What is told, and where the mark is on screen. */
interface Told {
  readonly findings: readonly Finding[];
  readonly mark: DOMRect;
}

/**
 * Tells of the findings beside whatever has `data-findings` when it is pointed at or has the focus: icon, word,
 * sentence and what to do, as large as other text however far the canvas is zoomed out. Screen readers hear it from
 * the marked thing itself. Escape, a wheel, or going away closes it.
 */
export function FindingCard() {
  const { i18n } = useTranslation();
  const [told, close] = useTold();
  if (told === null) return null;
  const { mark } = told;
  const place = placeBeside(mark, { w: innerWidth, h: innerHeight });
  return createPortal(
    <div className={classes.card} style={place} onPointerLeave={close} aria-hidden="true" data-finding-card>
      {told.findings.map(({ id, severity, sentence, advice }) => (
        <p key={id} className={classes.finding} dir="auto">
          <SeverityIcon severity={severity} />
          <span>
            <strong>{severityWord(severity, i18n.language)}</strong> {sentence}
            {advice !== '' && <span className={classes.advice}>{advice}</span>}
          </span>
        </p>
      ))}
    </div>,
    document.body,
  );
}

function useTold(): readonly [Told | null, () => void] {
  const { findings } = useMarks();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const close = () => setTold(null);
    const look = ({ target }: Event) => {
      if (!(target instanceof Element) || target.closest('[data-finding-card]') !== null) return;
      const marked = target.closest<HTMLElement>('[data-findings]');
      if (marked === null) return close();
      const ids = new Set((marked.dataset['findings'] ?? '').split('\n'));
      const found = findings.get().filter(({ id }) => ids.has(id));
      setTold(found.length === 0 ? null : { findings: found, mark: marked.getBoundingClientRect() });
    };
    const handleKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close();
    };
    const stops = [
      listen('pointerover', look),
      listen('focusin', look),
      listen('focusout', close),
      listen('wheel', close),
      listen('keydown', handleKey),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [findings]);
  return [told, () => setTold(null)];
}

/** Listens to the whole page, before tldraw, which keeps some events to itself. Returns what stops it. */
function listen<Type extends keyof DocumentEventMap>(
  type: Type,
  handle: (event: DocumentEventMap[Type]) => void,
): () => void {
  document.addEventListener(type, handle, { capture: true, passive: true });
  return () => document.removeEventListener(type, handle, { capture: true });
}
