import { parseAssetId, type AssetId } from '@common-ground/protocol';
import type { Editor, TLAssetId, TLAssetStore, TLShapeId } from '@tldraw/tldraw';
import type { ImageUploads } from './ImageUploads.ts';

/** Scheme of an image's address in the document: it holds on every server the board is taken to. */
const scheme = 'asset:';

/** tldraw's way to images: uploaded to the board's server, named by their content. */
export function imageAssets(uploads: ImageUploads, urlOf: (assetId: AssetId) => string): TLAssetStore {
  return {
    async upload(asset, file) {
      return { src: scheme + (await uploads.upload(asset.id, file.name, file)) };
    },
    resolve(asset) {
      const src = asset.props.src ?? '';
      if (!src.startsWith(scheme)) return null;
      const assetId = parseAssetId(src.slice(scheme.length));
      return assetId === null ? null : urlOf(assetId);
    },
  };
}

/** Takes images off the board that will not come: their shapes and what stands for them. */
export function removeImages(editor: Editor, assetIds: readonly string[]): void {
  const gone = new Set(assetIds);
  const shapes: TLShapeId[] = [];
  for (const record of editor.store.allRecords()) {
    if (record.typeName !== 'shape' || !('assetId' in record.props)) continue;
    if (gone.has(String(record.props.assetId))) shapes.push(record.id);
  }
  editor.markHistoryStoppingPoint('remove images');
  editor.deleteShapes(shapes);
  editor.deleteAssets(assetIds as TLAssetId[]);
}
