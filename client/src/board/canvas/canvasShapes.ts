import { templateShapeUtils, type WidgetOptions } from '@common-ground/templates/client';
import type { TLAnyShapeUtilConstructor } from '@tldraw/tldraw';
import { NamedFrameShapeUtil } from './NamedFrameShapeUtil.tsx';
import { PromptTextShapeUtil } from './PromptTextShapeUtil.tsx';
import { QuickNoteShapeUtil } from './QuickNoteShapeUtil.ts';

/**
 * How shapes are drawn where tldraw's own way is not ours: notes are not measured, prompts are legible from afar,
 * frames show a lane's colour and have a name that can be read in a picture, templates bring widgets.
 * tldraw wants the same list for as long as the board is open. What the options read of signals is followed.
 */
export function canvasShapes(options: WidgetOptions): readonly TLAnyShapeUtilConstructor[] {
  return [
    QuickNoteShapeUtil,
    PromptTextShapeUtil,
    NamedFrameShapeUtil.configure({ showColors: true }),
    ...templateShapeUtils(options),
  ];
}
