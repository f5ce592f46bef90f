import type { FrameScheduler } from '@common-ground/board';

/**
 * The browser's frames. A tab that nobody sees is given none, not even one that was asked for before it was hidden, and its
 * board would fall behind without limit: there a timer stands in.
 */
export const animationFrames: FrameScheduler = {
  next(callback) {
    const cancel = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    const run = () => {
      cancel();
      callback();
    };
    const frame = requestAnimationFrame(run);
    const timer = setTimeout(run, longestFrameMs);
    return cancel;
  },
};

const longestFrameMs = 250;
