import { Store } from '@tldraw/store';
import type { TLRecord, TLSchema, TLStore, TLStoreProps } from '@tldraw/tlschema';

/**
 * tldraw's store without its editor, which would need a browser. Under NODE_ENV=test, as vitest sets it, the store
 * tells its listeners of each change at once; elsewhere it waits for a browser's animation frame.
 */
export function createTestStore(schema: TLSchema): TLStore {
  const props: TLStoreProps = {
    defaultName: '',
    assets: {
      upload: () => Promise.reject(new Error('A test uploads nothing.')),
      resolve: (asset) => asset.props.src ?? null,
      remove: () => Promise.resolve(),
    },
    onMount: () => undefined,
  };
  return new Store<TLRecord, TLStoreProps>({ schema, props });
}
