import type { FrameScheduler } from '@common-ground/board';

/**
 * The browser's frames. A hidden tab has none, and its board would fall behind without limit: there a timer stands in.
 */
export const animationFrames: FrameScheduler = {
  next(callback) {
    if (document.visibilityState === 'hidden') {
      const timer = setTimeout(callback, hiddenTabMs);
      return () => clearTimeout(timer);
    }
    const frame = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(frame);
  },
};

const hiddenTabMs = 250;
