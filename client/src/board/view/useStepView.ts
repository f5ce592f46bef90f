import { react, unsafe__withoutCapture, useValue, type Editor } from '@tldraw/tldraw';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import { stepNow } from '../workshop/step/stepNow.ts';
import { FittedView } from './FittedView.ts';
import { mayGoAlong } from './mayGoAlong.ts';
import { keysOfStep } from './partsOfStep.ts';
import { placeOfStep } from './placeOfStep.ts';

const storeKey = 'common-ground/stays-where-it-is';
/** Long enough to see where one is taken, short enough not to wait for it. */
const travelMs = 200;

/** How somebody's view goes along with the steps of the workshop. */
export interface StepViewControl {
  /** Whether it goes to where a step takes place when the step begins; remembered on this device. */
  readonly goesAlong: boolean;
  readonly setGoesAlong: (goesAlong: boolean) => void;
  /** Whether the step takes place somewhere in particular. */
  readonly hasPlace: boolean;
  /** Shows where the step takes place. */
  readonly show: () => void;
}

/**
 * Shows everybody the part of the board that the step is about: on arrival, and when a step begins, unless they are in the
 * middle of something, follow somebody, or have turned it off. What was shown stays fitted to the canvas.
 */
export function useStepView(editor: Editor | null, connection: BoardConnection): StepViewControl {
  const { store } = useServices();
  const [goesAlong, setAlong] = useState(() => store.read(storeKey) !== 'yes');
  const isWanted = useRef(goesAlong);
  useEffect(() => {
    isWanted.current = goesAlong;
  }, [goesAlong]);
  const fitted = useMemo(() => (editor === null ? null : new FittedView(editor, readClock)), [editor]);
  useEffect(() => {
    if (editor === null || fitted === null) return undefined;
    beginWithWhole(editor, fitted);
    const stopFitting = fitted.start();
    const stopGoing = goAlong(editor, fitted, connection, () => isWanted.current);
    return () => {
      stopGoing();
      stopFitting();
    };
  }, [editor, fitted, connection]);
  const step = stepNow(useValue(connection.workshop.view))?.step;
  const hasPlace = step !== undefined && keysOfStep(step).length > 0;
  const show = useCallback(() => {
    if (editor === null || fitted === null) return;
    editor.stopFollowingUser();
    showStep(editor, fitted, connection, travelMs);
  }, [editor, fitted, connection]);
  const setGoesAlong = (next: boolean) => {
    if (next) store.remove(storeKey);
    else store.write(storeKey, 'yes');
    setAlong(next);
  };
  return { goesAlong, setGoesAlong, hasPlace, show };
}

function readClock(): number {
  return performance.now();
}

/** Until a step says otherwise, the whole board is what is shown. */
function beginWithWhole(editor: Editor, fitted: FittedView): void {
  const part = editor.getCurrentPageBounds();
  if (part !== undefined) fitted.show({ part, hasNames: false, pressedH: null, durationMs: 0 });
}

/** Follows the steps from the first one that is heard of; returns how to stop. */
function goAlong(
  editor: Editor,
  fitted: FittedView,
  connection: BoardConnection,
  isWanted: () => boolean,
): () => void {
  let last: string | null = null;
  return react('go along with the steps', () => {
    const view = connection.workshop.view.get();
    if (view === null) return;
    const now = view.agenda.phase === 'running' ? `${view.agenda.run} ${stepNow(view)?.step.key}` : 'none';
    const before = last;
    last = now;
    if (now === before) return;
    // What is looked up here is what stands when the step begins; it is not followed.
    unsafe__withoutCapture(() => {
      const isArriving = before === null;
      if (isArriving && !fitted.isUntouched()) return;
      if (mayGoAlong(viewState(editor, isWanted())))
        showStep(editor, fitted, connection, isArriving ? 0 : travelMs);
    });
  });
}

function showStep(
  editor: Editor,
  fitted: FittedView,
  { doc, workshop }: BoardConnection,
  durationMs: number,
): void {
  const place = placeOfStep(editor, doc, workshop.view.get());
  if (place === null) return;
  const isElsewhere = place.pageId !== editor.getCurrentPageId();
  if (isElsewhere) editor.setCurrentPage(place.pageId);
  const { bounds, pressedH } = place;
  fitted.show({ part: bounds, hasNames: true, pressedH, durationMs: isElsewhere ? 0 : durationMs });
}

function viewState(editor: Editor, isWanted: boolean) {
  return {
    isWanted,
    followedId: editor.getInstanceState().followingUserId,
    editedShapeId: editor.getEditingShapeId(),
    isPointing: editor.inputs.isPointing,
    toolPath: editor.getPath(),
  };
}
