import type { Step } from '@common-ground/workshop';
import { react, useValue, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { stepNow } from '../step/stepNow.ts';
import classes from './CanvasMarks.module.css';
import { Dots } from './Dots.tsx';
import type { VoteView } from './OwnAnswers.ts';
import { useDots, type OwnDots } from './useDots.ts';

/** Marks on the notes and clusters of the vote: dots to give while it is open, what was given when it is counted. */
export function CanvasMarks() {
  const { editor } = useWorkshopTools();
  const view = useWorkshopView();
  const step = stepNow(view)?.step;
  const vote = view?.ballots.votes.find(({ stepKey }) => stepKey === step?.key);
  if (editor === null || step?.mode.kind !== 'vote' || vote === undefined) return null;
  return vote.status === 'open' ? (
    <OpenMarks editor={editor} step={step} vote={vote} />
  ) : (
    <CountedMarks editor={editor} vote={vote} />
  );
}

function OpenMarks({ editor, step, vote }: { editor: Editor; step: Step; vote: VoteView }) {
  const mode = step.mode.kind === 'vote' ? step.mode : null;
  if (mode === null) return null;
  return <GivenDots editor={editor} vote={vote} stepKey={step.key} mode={mode} />;
}

function GivenDots({
  editor,
  vote,
  stepKey,
  mode,
}: {
  editor: Editor;
  vote: VoteView;
  stepKey: string;
  mode: Extract<Step['mode'], { kind: 'vote' }>;
}) {
  const dots = useDots(stepKey, mode);
  if (dots === null) return null;
  return (
    <Layer editor={editor}>
      {vote.items.map(({ itemId, label }) => (
        <Mark key={itemId} editor={editor} itemId={itemId}>
          <DotButtons itemId={itemId} label={label} dots={dots} />
        </Mark>
      ))}
    </Layer>
  );
}

/** The list beside the canvas says the same to keyboards and screen readers, so these stay out of their way. */
function DotButtons({ itemId, label, dots }: { itemId: string; label: string; dots: OwnDots }) {
  const { t } = useTranslation();
  const named = { label: isolate(label) };
  const given = dots.of(itemId);
  return (
    <span className={classes.buttons} data-given={given > 0 || undefined} aria-hidden="true">
      {given > 0 && (
        <button
          type="button"
          tabIndex={-1}
          title={t('workshop.voting.take', named)}
          onClick={() => dots.take(itemId)}
        >
          −
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        title={t('workshop.voting.add', named)}
        disabled={!dots.mayAdd(itemId)}
        data-testid={`dot-${itemId}`}
        onClick={() => dots.add(itemId)}
      >
        {given > 0 && <Dots given={given} most={given} />}
        {dots.mayAdd(itemId) && '+'}
      </button>
    </span>
  );
}

function CountedMarks({ editor, vote }: { editor: Editor; vote: VoteView }) {
  const { t } = useTranslation();
  const tally = vote.counted.findLast(({ isShown }) => isShown)?.tally;
  if (tally?.kind !== 'dots') return null;
  return (
    <Layer editor={editor}>
      {tally.items
        .filter(({ dots, score }) => dots === null || (score ?? 0) > 0)
        .map(({ itemId, dots, rank }) => (
          <Mark key={itemId} editor={editor} itemId={itemId}>
            <span className={classes.counted}>
              {dots === null
                ? t('workshop.voting.rank', { rank })
                : t('workshop.voting.dots', { count: dots })}
            </span>
          </Mark>
        ))}
    </Layer>
  );
}

/** Moves with the page: one style changes while somebody pans, however many marks there are. */
function Layer({ editor, children }: { editor: Editor; children: React.ReactNode }) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      react('place marks', () => {
        const { x, y, z } = editor.getCamera();
        layer.current?.style.setProperty('transform', `scale(${z}) translate(${x}px, ${y}px)`);
        layer.current?.style.setProperty('--mark-scale', String(1 / z));
      }),
    [editor],
  );
  return (
    <div className={classes.clip}>
      <div ref={layer} className={classes.layer}>
        {children}
      </div>
    </div>
  );
}

/** Something at the foot of an item, always the same size on screen. */
function Mark({ editor, itemId, children }: { editor: Editor; itemId: string; children: React.ReactNode }) {
  const place = useValue(
    'place of mark',
    () => {
      const bounds = editor.getShapePageBounds(itemId as TLShapeId);
      return bounds === undefined ? null : { x: bounds.midX, y: bounds.maxY };
    },
    [editor, itemId],
  );
  if (place === null) return null;
  return (
    <div className={classes.mark} style={{ left: place.x, top: place.y }}>
      {children}
    </div>
  );
}
