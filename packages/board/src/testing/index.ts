export { arrowBinding, arrowShape } from './arrows.ts';
export { createTestStore } from './createTestStore.ts';
export { withMark, withoutText, withTextAt } from './editText.ts';
export { HandTurnedFrames } from './HandTurnedFrames.ts';
export { TestCanvas, type Placing, type TestCanvasOptions } from './TestCanvas.ts';
export { TestTable } from './TestTable.ts';
