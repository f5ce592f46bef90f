import type { Partner } from '@common-ground/protocol';
import { templateShapeUtils } from '@common-ground/templates/client';
import { FrameShapeUtil, type TLAnyShapeUtilConstructor } from '@tldraw/tldraw';
import { QuickNoteShapeUtil } from './QuickNoteShapeUtil.ts';

/**
 * How shapes are drawn where tldraw's own way is not ours: notes are not measured,
 * frames show a lane's colour, templates bring widgets.
 * tldraw wants the same list for as long as the board is open. `partners` may read signals; they are followed.
 */
export function canvasShapes(
  partners: () => readonly Partner[],
  language: () => string,
): readonly TLAnyShapeUtilConstructor[] {
  return [
    QuickNoteShapeUtil,
    FrameShapeUtil.configure({ showColors: true }),
    ...templateShapeUtils({ partners, language }),
  ];
}
