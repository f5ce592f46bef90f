import { react, type Editor } from '@tldraw/tldraw';
import { cameraForMany, isPhoneWindow, type Camera, type PagePart } from './cameraFor.ts';

/** What is to be seen, and how one gets there. */
export interface Showing {
  readonly part: PagePart;
  /** Whether sections' names stand above its upper edge. */
  readonly hasNames: boolean;
  /** The height of the smallest thing in it that is pressed, px of the page; null where nothing is. */
  readonly pressedH: number | null;
  readonly durationMs: number;
}

/** Cameras that differ by less than rounding does. */
const nearly = 0.001;

/** Shows a part of the page, and keeps it fitted when the canvas gets another size, until the person moves the view. */
export class FittedView {
  readonly #editor: Editor;
  readonly #nowMs: () => number;
  #showing: Showing | null = null;
  #camera: Camera | null = null;
  /** When the camera is to be there; a busy browser comes later. */
  #arrivesMs = 0;
  /** Until it has arrived or somebody has moved it elsewhere. */
  #isOnItsWay = false;

  /** @param nowMs ms since any moment, running evenly */
  constructor(editor: Editor, nowMs: () => number) {
    this.#editor = editor;
    this.#nowMs = nowMs;
  }

  /** Goes to a part of the page that is open. */
  show(showing: Showing): void {
    const { part, hasNames, pressedH, durationMs } = showing;
    const screen = this.#editor.getViewportScreenBounds();
    const camera = cameraForMany(part, screen, { hasNames, pressedH, isPhone: isPhoneWindow() });
    this.#showing = showing;
    this.#camera = camera;
    this.#arrivesMs = this.#nowMs() + durationMs;
    // Fitting is no step that somebody takes: it is not undone, and a following view is let go by whoever may.
    if (durationMs === 0) this.#editor.setCamera(camera, { immediate: true });
    else this.#editor.setCamera(camera, { animation: { duration: durationMs } });
    this.#isOnItsWay = durationMs > 0;
  }

  /** Whether the view is still where it was put; so is one that is on its way. */
  isUntouched(): boolean {
    if (this.#camera === null) return false;
    const { x, y, z } = this.#editor.getCamera();
    const target = this.#camera;
    const isThere = [x - target.x, y - target.y, z - target.z].every((by) => Math.abs(by) < nearly);
    if (isThere) this.#isOnItsWay = false;
    return isThere || this.#isOnItsWay;
  }

  /** Fits anew whenever the canvas gets another size; returns how to stop. */
  start(): () => void {
    let size = '';
    // tldraw says so at every setting of the camera but those of its own animation.
    const handleStop = () => (this.#isOnItsWay = false);
    this.#editor.on('stop-camera-animation', handleStop);
    const stopFitting = react('fit to the canvas', () => {
      const { w, h } = this.#editor.getViewportScreenBounds();
      const next = `${w} ${h}`;
      const isFirst = size === '';
      if (next === size) return;
      size = next;
      // What sets the camera waits until its size has been read.
      if (!isFirst) queueMicrotask(() => this.#fit());
    });
    return () => {
      stopFitting();
      this.#editor.off('stop-camera-animation', handleStop);
    };
  }

  #fit(): void {
    if (this.#showing === null || !this.isUntouched()) return;
    const leftMs = Math.max(0, this.#arrivesMs - this.#nowMs());
    this.show({ ...this.#showing, durationMs: leftMs });
  }
}
