import { fail, ok, parseAssetId, type AssetId, type Result } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../api/ApiError.ts';
import { ImageUploads } from './ImageUploads.ts';

const assetId = parseAssetId('a'.repeat(64) + '.png') ?? ('some-asset' as string as AssetId);
const picture = new Blob(['pixels']);
const away = fail<ApiError>({ kind: 'network' });

interface Sending {
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
  readonly answer: (result: Result<{ assetId: AssetId }, ApiError>) => void;
}

/** A server whose answers the test gives. */
function heldUploads() {
  const sendings: Sending[] = [];
  const uploads = new ImageUploads((_image, { onProgress, signal }) => {
    const { promise, resolve } = Promise.withResolvers<Result<{ assetId: AssetId }, ApiError>>();
    sendings.push({ onProgress, signal, answer: resolve });
    return promise;
  });
  const last = () => sendings.at(-1) ?? fault();
  return { uploads, sendings, last };
}

function fault(): never {
  throw new Error('Nothing was sent.');
}

/** What was answered has been taken in. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('images on their way', () => {
  it('tell how far they are, and are off the list when they are there', async () => {
    const { uploads, last } = heldUploads();
    const done = uploads.upload('asset:1', 'plan.png', picture);
    last().onProgress(0.4);
    expect(uploads.list.get()).toEqual([
      { id: 'asset:1', name: 'plan.png', state: { kind: 'sending', sentPart: 0.4 } },
    ]);
    last().answer(ok({ assetId }));
    expect(await done).toBe(assetId);
    expect(uploads.list.get()).toEqual([]);
  });

  it('stay when they fail, and are sent again on request', async () => {
    const { uploads, sendings, last } = heldUploads();
    const done = uploads.upload('asset:1', 'plan.png', picture);
    last().answer(away);
    await settled();
    expect(uploads.list.get().map(({ state }) => state.kind)).toEqual(['failed']);
    uploads.retry();
    expect(sendings).toHaveLength(2);
    last().answer(ok({ assetId }));
    expect(await done).toBe(assetId);
  });

  it('are sent again by themselves only where the network was to blame', async () => {
    const { uploads, sendings, last } = heldUploads();
    void uploads.upload('asset:1', 'huge.png', picture);
    last().answer(fail({ kind: 'refused', code: 'asset_too_large', fields: [] }));
    await settled();
    uploads.retry('network');
    expect(sendings).toHaveLength(1);
  });

  it('are called off when they are given up, whatever the server then answers', async () => {
    const { uploads, last } = heldUploads();
    let isDone = false;
    void uploads.upload('asset:1', 'plan.png', picture).then(() => (isDone = true));
    expect(uploads.giveUp('sending')).toEqual(['asset:1']);
    expect(last().signal.aborted).toBe(true);
    last().answer(ok({ assetId }));
    await settled();
    expect(isDone).toBe(false);
    expect(uploads.list.get()).toEqual([]);
  });
});
