import { launchesOf } from '@common-ground/board';
import { drawnWidgets } from '@common-ground/templates/client';
import type { WorkshopView } from '@common-ground/workshop';
import { Box, type Editor, type TLPageId, type TLShape } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { stepNow } from '../workshop/step/stepNow.ts';
import { keysOfStep, partsOfStep, type TemplatePart } from './partsOfStep.ts';

/** Where on the board a step takes place. */
export interface StepPlace {
  readonly pageId: TLPageId;
  readonly bounds: Box;
  /** The height of the smallest thing in it that is pressed, px of the page; null where nothing is. */
  readonly pressedH: number | null;
}

/** Where the step takes place that runs now; null when none does, or it is about nothing in particular. */
export function placeOfStep(editor: Editor, doc: Y.Doc, view: WorkshopView | null): StepPlace | null {
  const step = stepNow(view)?.step;
  if (view === null || step === undefined || keysOfStep(step).length === 0) return null;
  const templateId = view.agenda.phase === 'running' ? view.agenda.templateId : null;
  const launches = launchesOf(doc)
    .filter((launch) => templateId === null || launch.templateId === templateId)
    .map(({ commandId }) => String(commandId));
  const records = editor.store.allRecords().filter((record) => record.typeName === 'shape');
  const parts = partsOfStep(records.flatMap(templatePart), step, launches, view.you.partnerId);
  const shapes = parts.flatMap(({ id }) => editor.getShape(id as TLShape['id']) ?? []);
  const [first] = shapes;
  const pageId = first && editor.getAncestorPageId(first);
  if (pageId === undefined) return null;
  const bounds = shapes
    .filter((shape) => editor.getAncestorPageId(shape) === pageId)
    .flatMap((shape) => editor.getShapePageBounds(shape) ?? []);
  return { pageId, bounds: Box.Common(bounds), pressedH: pressedHeight(shapes) };
}

function pressedHeight(shapes: readonly TLShape[]): number | null {
  const types = new Set<string>(shapes.map(({ type }) => type));
  const heights = drawnWidgets.flatMap(({ type, pressedH }) =>
    types.has(type) && pressedH !== undefined ? [pressedH] : [],
  );
  return heights.length === 0 ? null : Math.min(...heights);
}

function templatePart({ id, meta, type }: TLShape): TemplatePart[] {
  const { launch, part, partnerId, section } = meta;
  // Notes and texts that a template laid out are parts of it, too, but nothing that a step is about.
  if (typeof launch !== 'string' || typeof part !== 'string') return [];
  if (type === 'frame' && section !== part) return [];
  return [{ id, key: part, launch, partnerId: typeof partnerId === 'string' ? partnerId : null }];
}
