import { FrameShapeUtil, type TLAnyShapeUtilConstructor } from '@tldraw/tldraw';

/** How shapes are drawn where tldraw's own way is not ours: frames show a lane's colour. */
export const canvasShapes: readonly TLAnyShapeUtilConstructor[] = [
  FrameShapeUtil.configure({ showColors: true }),
];
