import { severityWord } from '@common-ground/templates';
import { SeverityIcon } from '@common-ground/templates/client';
import { useValue } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { BoardMarks } from './BoardMarks.ts';
import { useMarks } from './MarksContext.tsx';
import classes from './FindingCard.module.css';
import { placeBeside } from './placeBeside.ts';

/** Whose findings are told, and where their mark is on screen. */
interface Told {
  readonly ids: ReadonlySet<string>;
  readonly mark: DOMRect;
}

/**
 * Tells of the findings beside whatever has `data-findings` when it is pointed at or has the focus: icon, word,
 * sentence and what to do, as large as other text however far the canvas is zoomed out. Screen readers hear it from
 * the marked thing itself. Escape, a wheel, or going away closes it.
 */
export function FindingCard() {
  const { i18n } = useTranslation();
  const marks = useMarks();
  const [told, close] = useTold(marks);
  // Others go on writing while the card is open, so it tells what holds now.
  const findings = useValue(
    'told findings',
    () => marks.findings.get().filter(({ id }) => told?.ids.has(id)),
    [marks, told],
  );
  if (told === null || findings.length === 0) return null;
  const { mark } = told;
  const place = placeBeside(mark, { w: innerWidth, h: innerHeight });
  return createPortal(
    <div className={classes.card} style={place} onPointerLeave={close} aria-hidden="true" data-finding-card>
      {findings.map(({ id, severity, sentence, advice }) => (
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

function useTold({ findings }: BoardMarks): readonly [Told | null, () => void] {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const close = () => setTold(null);
    const look = ({ target }: Event) => {
      if (!(target instanceof Element) || target.closest('[data-finding-card]') !== null) return;
      const marked = target.closest<HTMLElement>('[data-findings]');
      if (marked === null) return close();
      const ids = new Set((marked.dataset['findings'] ?? '').split('\n'));
      const isFound = findings.get().some(({ id }) => ids.has(id));
      setTold(isFound ? { ids, mark: marked.getBoundingClientRect() } : null);
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
