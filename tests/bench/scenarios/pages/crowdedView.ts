import { firstPlace, noteIds, type Place } from '../../wires/Wire.ts';
import { viewport } from '../../browser/Chromium.ts';
import type { MeasuredPage } from '../../browser/MeasuredPage.ts';
import type { BoardHandle, RunningTarget } from '../../targets/Target.ts';
import type { Crowd } from '../Crowd.ts';
import type { Lab } from '../Lab.ts';
import { layOutNotes } from '../layOutNotes.ts';

/** Somebody who looks at the middle of a board at 100 %. */
export interface CrowdedView {
  readonly target: RunningTarget;
  readonly board: BoardHandle;
  readonly visitor: MeasuredPage;
  /** All notes, those nearest to the middle of the view first. */
  readonly nearest: readonly string[];
  /** Places in the view, spread over it. */
  placeInView(index: number): Place;
}

/** Lays out a board and opens it in a browser, which then looks at its middle at 100 %. */
export async function openCrowdedView(lab: Lab, notes: number): Promise<CrowdedView> {
  const target = await lab.start();
  const board = await target.newBoard();
  const ids = noteIds(notes);
  lab.keep(await layOutNotes(target, board, ids));
  const visitor = await lab.visitor(target, board);
  await visitor.open(notes);
  await visitor.showFullSize();
  const middle = middleOf(notes);
  const distance = new Map(ids.map((id, index) => [id, distanceOf(firstPlace(index), middle)]));
  const nearest = ids.toSorted((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0));
  const placeInView = (index: number): Place => [
    middle[0] + spread(index, 0.38) * viewport.width,
    middle[1] + spread(index, 0.61) * viewport.height,
  ];
  return { target, board, visitor, nearest, placeInView };
}

/** Sends a crowd's cursors so often, each a step on. */
export function cursorStream(crowd: Crowd, view: CrowdedView, perSecond: number) {
  const cursors = crowd.clients.map((_, index) =>
    crowd.wire.cursor(crowdFirst + index, view.placeInView(index)),
  );
  let turn = 0;
  return {
    perSecond: perSecond * cursors.length,
    send: () => {
      const index = turn % cursors.length;
      turn += 1;
      const frame = cursors[index]?.();
      if (frame !== undefined) crowd.client(index).send(frame);
    },
  };
}

/** Number of the first client of a crowd whose cursors are seen. */
export const crowdFirst = 10;

/** Between -0.35 and 0.35, evenly however many there are. */
function spread(index: number, step: number): number {
  return ((index * step) % 0.7) - 0.35;
}

function middleOf(notes: number): Place {
  const [right] = firstPlace(Math.min(notes, 50) - 1);
  const [, bottom] = firstPlace(notes - 1);
  return [right / 2 + 100, bottom / 2 + 100];
}

function distanceOf([x, y]: Place, [toX, toY]: Place): number {
  return Math.hypot(x + 100 - toX, y + 100 - toY);
}
