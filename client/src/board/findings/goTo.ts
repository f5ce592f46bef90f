import type { Target } from '@common-ground/templates';
import { drawnWidgets } from '@common-ground/templates/client';
import { Box, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { showPart } from '../view/showWholeBoard.ts';
import type { BoardMarks } from './BoardMarks.ts';
import { shapesOfTargets } from './shapesOfTargets.ts';

/** Around what one goes to, page px: what it belongs to should be seen, too. */
const surroundingsPx = 200;

/** Leads to what targets are about: shows it with its surroundings on the canvas, selects its shapes, and has it marked. */
export function goTo(editor: Editor, marks: BoardMarks, targets: readonly Target[]): void {
  const shapes = (shapesOfTargets(targets) as readonly TLShapeId[]).filter((id) => editor.getShape(id));
  const bounds = targets.flatMap((target) => boundsOf(editor, target));
  if (bounds.length > 0) {
    editor.stopFollowingUser();
    editor.setSelectedShapes([...shapes]);
    showPart(editor, Box.Common(bounds).expandBy(surroundingsPx));
  }
  // Again the same is led to again.
  marks.highlighted.set([...targets]);
}

/** Where on the page a target stands; nowhere if it is a thing of the workshop alone. */
function boundsOf(editor: Editor, target: Target): Box[] {
  if (target.kind === 'shape') {
    const bounds = editor.getShapePageBounds(target.shapeId as TLShapeId);
    return bounds === undefined ? [] : [bounds];
  }
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const widget = drawnWidgets.find(({ type }) => type === shape.type);
    const part = widget?.boundsOf?.({ id: shape.id, props: { ...shape.props }, meta: shape.meta }, target);
    const transform = editor.getShapePageTransform(shape);
    if (part === undefined || part === null) return [];
    const corners = new Box(part.x, part.y, part.w, part.h).corners;
    return [Box.FromPoints(transform.applyToPoints(corners))];
  });
}
