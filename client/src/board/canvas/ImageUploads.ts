import type { AssetId, Result } from '@common-ground/protocol';
import { atom, type Atom } from '@tldraw/tldraw';
import type { ApiError } from '../../api/ApiError.ts';

/** Sends one image to the server; `signal` calls it off. */
export type SendImage = (
  image: Blob,
  options: { readonly onProgress: (sentPart: number) => void; readonly signal: AbortSignal },
) => Promise<Result<{ assetId: AssetId }, ApiError>>;

/** One image on its way to the server. */
export interface ImageUpload {
  /** tldraw's id of the asset. */
  readonly id: string;
  /** Of the file; empty for an image without one. */
  readonly name: string;
  readonly state:
    | { readonly kind: 'sending'; readonly sentPart: number }
    | { readonly kind: 'failed'; readonly error: ApiError };
}

interface Waiting {
  readonly image: Blob;
  readonly calledOff: AbortController;
  readonly done: (assetId: AssetId) => void;
}

/**
 * Images on their way to the server. One that fails is kept, with the reason, until it is sent again or given up: what
 * was dropped on the board is not lost to a bad connection.
 */
export class ImageUploads {
  readonly list: Atom<readonly ImageUpload[]> = atom('image uploads', []);
  private readonly waiting = new Map<string, Waiting>();
  private readonly send: SendImage;

  constructor(send: SendImage) {
    this.send = send;
  }

  /** Sends an image; resolves when the server has it, however many tries that takes, and never if it is given up. */
  upload(id: string, name: string, image: Blob): Promise<AssetId> {
    return new Promise((done) => {
      this.waiting.set(id, { image, calledOff: new AbortController(), done });
      this.list.update((list) => [...list.filter((upload) => upload.id !== id), sending(id, name, 0)]);
      void this.attempt(id, name);
    });
  }

  /** Sends again all that failed for a reason of this kind, or for any. */
  retry(kind?: ApiError['kind']): void {
    for (const { id, name, state } of this.list.get()) {
      if (state.kind !== 'failed' || (kind !== undefined && state.error.kind !== kind)) continue;
      this.set(sending(id, name, 0));
      void this.attempt(id, name);
    }
  }

  /** Calls off the images in this state; returns their ids, for whoever takes them off the board. */
  giveUp(kind: ImageUpload['state']['kind']): readonly string[] {
    const ids = this.list
      .get()
      .filter(({ state }) => state.kind === kind)
      .map(({ id }) => id);
    for (const id of ids) this.forget(id);
    return ids;
  }

  /** Calls off all of them. */
  dispose(): void {
    for (const id of this.waiting.keys()) this.forget(id);
  }

  private async attempt(id: string, name: string): Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    const { signal } = waiting.calledOff;
    const onProgress = (sentPart: number) => {
      if (this.waiting.get(id) === waiting) this.set(sending(id, name, sentPart));
    };
    const sent = await this.send(waiting.image, { onProgress, signal });
    if (this.waiting.get(id) !== waiting) return;
    if (!sent.ok) {
      this.set({ id, name, state: { kind: 'failed', error: sent.error } });
      return;
    }
    this.forget(id);
    waiting.done(sent.value.assetId);
  }

  private set(changed: ImageUpload): void {
    this.list.update((list) => list.map((upload) => (upload.id === changed.id ? changed : upload)));
  }

  private forget(id: string): void {
    this.waiting.get(id)?.calledOff.abort();
    this.waiting.delete(id);
    this.list.update((list) => list.filter((upload) => upload.id !== id));
  }
}

function sending(id: string, name: string, sentPart: number): ImageUpload {
  return { id, name, state: { kind: 'sending', sentPart } };
}
