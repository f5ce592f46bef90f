// What is sent into a page as text cannot use functions from outside of it.
/* oxlint-disable unicorn/consistent-function-scoping */

/** What runs inside a measured page, whatever product it shows: it looks at frames and at tldraw's elements. */
export interface PageProbe {
  /** Resolves with the time since navigation (ms) at which so many shapes are drawn and the page answers again. */
  usable(shapes: number): Promise<number>;
  /** Time since navigation, ms, at which the largest part of the page was painted. */
  largestPaint(): Promise<number>;
  /** Intervals between frames, ms, for so long. */
  frames(durationMs: number): Promise<number[]>;
  /** Moments (ms since 1970) at which a shape's new place was painted, from now on. */
  watchPlace(shapeId: string): void;
  /** Moments (ms since 1970) at which the words in the focused element were painted anew, from now on. */
  watchWordsInFocus(): void;
  /** Moments (ms since 1970) at which keys were pressed, from now on, Shift aside. */
  watchKeys(): void;
  /** Waits until so many were painted, or the time is up; tells how many were. */
  paintedSoFar(count: number, limitMs: number): Promise<{ painted: number }>;
  readonly painted: number[];
  readonly pressed: number[];
}

declare global {
  interface Window {
    pageProbe: PageProbe;
  }
}

/** Put into a page before its own scripts; Playwright sends it as text, so it uses nothing from outside. */
export function installPageProbe(): void {
  const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  /** A frame is painted after its callbacks; the task behind it runs when that is done. */
  const nextTask = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  const afterPaint = (): Promise<void> => nextFrame().then(nextTask);
  const now = (): number => performance.timeOrigin + performance.now();
  const drawn = (): number => {
    let count = 0;
    for (const shape of document.getElementsByClassName('tl-shape')) {
      if ((shape as HTMLElement).style.display !== 'none') count += 1;
    }
    return count;
  };
  const painted: number[] = [];
  const pressed: number[] = [];
  window.pageProbe = {
    painted,
    pressed,
    async usable(shapes) {
      while (document.getElementsByClassName('tl-shape').length < shapes || drawn() < shapes)
        await nextFrame();
      await afterPaint();
      // Input would have waited for whatever is still queued here.
      await nextFrame();
      await afterPaint();
      return performance.now();
    },
    largestPaint: () =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
        });
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
    async frames(durationMs) {
      const intervals: number[] = [];
      let last = await nextFrame();
      const end = last + durationMs;
      while (last < end) {
        const at = await nextFrame();
        intervals.push(at - last);
        last = at;
      }
      return intervals;
    },
    watchPlace(shapeId) {
      const shape = document.getElementById(shapeId)?.closest('.tl-shape');
      if (!shape) throw new Error(`${shapeId} is not drawn.`);
      // tldraw moves shapes within a frame's callbacks, so the next task comes behind their painting.
      let place = (shape as HTMLElement).style.transform;
      const seen = (): void => {
        const { transform } = (shape as HTMLElement).style;
        if (transform !== place) void nextTask().then(() => painted.push(now()));
        place = transform;
      };
      new MutationObserver(seen).observe(shape, { attributeFilter: ['style'] });
    },
    watchWordsInFocus() {
      // Whether the words change within a frame or before it, the sizes are looked at right before its painting.
      const whenPainted = (element: Element): void => {
        const sizes = new ResizeObserver(() => {
          sizes.disconnect();
          void nextTask().then(() => painted.push(now()));
        });
        sizes.observe(element);
      };
      const words = new WeakMap<Element, string>();
      new MutationObserver(() => {
        const { activeElement } = document;
        if (activeElement === null) return;
        const text = activeElement.textContent;
        if (words.has(activeElement) && words.get(activeElement) !== text) whenPainted(activeElement);
        words.set(activeElement, text);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
      const remember = ({ target }: Event): void => {
        if (target instanceof Element) words.set(target, target.textContent);
      };
      document.addEventListener('focusin', remember);
      if (document.activeElement !== null)
        words.set(document.activeElement, document.activeElement.textContent);
    },
    async paintedSoFar(count, limitMs) {
      const endMs = performance.now() + limitMs;
      while (painted.length < count && performance.now() < endMs) await nextFrame();
      return { painted: painted.length };
    },
    watchKeys() {
      const press = ({ key, timeStamp }: KeyboardEvent): void => {
        if (key !== 'Shift') pressed.push(performance.timeOrigin + timeStamp);
      };
      addEventListener('keydown', press, true);
    },
  };
}
