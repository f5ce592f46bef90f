import type { Step } from '@common-ground/workshop';
import { useValue, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { Mark, MarkLayer } from '../../canvas/marks/MarkLayer.tsx';
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
    <MarkLayer editor={editor}>
      {vote.items.map(({ itemId, label }) => (
        <Mark key={itemId} editor={editor} shapeId={itemId} at="foot">
          <DotButtons editor={editor} itemId={itemId} label={label} dots={dots} />
        </Mark>
      ))}
    </MarkLayer>
  );
}

/** The list beside the canvas says the same to keyboards and screen readers, so these stay out of their way. */
function DotButtons({
  editor,
  itemId,
  label,
  dots,
}: {
  editor: Editor;
  itemId: string;
  label: string;
  dots: OwnDots;
}) {
  const { t } = useTranslation();
  const isTooFar = useIsTooFar(editor, itemId);
  const named = { label: isolate(label) };
  const given = dots.of(itemId);
  if (isTooFar && given === 0) return null;
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

/** A button is wider than a thing that is narrower on screen: of many, one saw nothing but buttons, and not what they are for. */
const leastWidthPx = 40;

function useIsTooFar(editor: Editor, itemId: string): boolean {
  return useValue(
    'thing is too small to vote on',
    () => {
      const bounds = editor.getShapePageBounds(itemId as TLShapeId);
      return bounds !== undefined && bounds.w * editor.getZoomLevel() < leastWidthPx;
    },
    [editor, itemId],
  );
}

function CountedMarks({ editor, vote }: { editor: Editor; vote: VoteView }) {
  const { t } = useTranslation();
  const tally = vote.counted.findLast(({ isShown }) => isShown)?.tally;
  if (tally?.kind !== 'dots') return null;
  return (
    <MarkLayer editor={editor}>
      {tally.items
        .filter(({ dots, score }) => dots === null || (score ?? 0) > 0)
        .map(({ itemId, dots, rank }) => (
          <Mark key={itemId} editor={editor} shapeId={itemId} at="foot">
            <span className={classes.counted}>
              {dots === null
                ? t('workshop.voting.rank', { rank })
                : t('workshop.voting.dots', { count: dots })}
            </span>
          </Mark>
        ))}
    </MarkLayer>
  );
}
