import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Whether an update puts Yjs types into each other deeper than `maxDepth`, counted with the types of the document
 * it goes into. Yjs walks such a chain by recursion when it is deleted, on the server and in every browser.
 * The update must have passed the other checks: every struct it builds on is in it or in the document.
 */
export function nestsTooDeep(update: Uint8Array, doc: Y.Doc, maxDepth: number): boolean {
  const blocks = new Map<number, Struct[]>();
  for (const struct of Y.decodeUpdate(update).structs as Struct[]) {
    const block = blocks.get(struct.id.client);
    if (block) block.push(struct);
    else blocks.set(struct.id.client, [struct]);
  }
  const depths = new Map<Struct, number>();
  for (const block of blocks.values()) {
    for (const struct of block) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue;
      if (depthOf(struct, blocks, doc, depths) > maxDepth) return true;
    }
  }
  return false;
}

/** How many types lie around a struct; 1 directly in a root type. Walks without recursion: chains may be long. */
function depthOf(
  struct: Struct,
  blocks: ReadonlyMap<number, Struct[]>,
  doc: Y.Doc,
  depths: Map<Struct, number>,
): number {
  // Siblings share the depth of the one they stand beside; a parent adds one.
  const trail: { readonly struct: Struct; readonly adds: 0 | 1 }[] = [];
  let current: Struct | null = struct;
  let depth = 0;
  while (current !== null) {
    const known = depths.get(current);
    if (known !== undefined) {
      depth = known;
      break;
    }
    const outer: Outer = outerOf(current, blocks, doc);
    trail.push({ struct: current, adds: outer.adds });
    if (outer.struct === null) break;
    current = outer.struct;
  }
  for (const step of trail.toReversed()) {
    depth += step.adds;
    depths.set(step.struct, depth);
  }
  return depth;
}

interface Outer {
  readonly struct: Struct | null;
  readonly adds: 0 | 1;
}

function outerOf(struct: Struct, blocks: ReadonlyMap<number, Struct[]>, doc: Y.Doc): Outer {
  if (!(struct instanceof Y.Item)) return { struct: null, adds: 0 };
  const parent: unknown = struct.parent;
  // oxlint-disable-next-line no-underscore-dangle -- the one way to ask Yjs for the item around a type
  if (parent instanceof Y.AbstractType) return { struct: parent._item, adds: 1 };
  if (parent instanceof Y.ID) return { struct: find(parent, blocks, doc), adds: 1 };
  const sibling = struct.origin ?? struct.rightOrigin;
  if (sibling === null) return { struct: null, adds: 1 };
  return { struct: find(sibling, blocks, doc), adds: 0 };
}

function find(id: Y.ID, blocks: ReadonlyMap<number, Struct[]>, doc: Y.Doc): Struct | null {
  if (id.clock < Y.getState(doc.store, id.client)) return Y.getItem(doc.store, id);
  const block = blocks.get(id.client);
  if (block === undefined) return null;
  return block[indexIn(block, id.clock)] ?? null;
}

/** Index of the struct of a block that covers the clock. */
function indexIn(block: readonly Struct[], clock: number): number {
  let low = 0;
  let high = block.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block[middle]?.id.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}
