import { homePageOf } from '../document/essentials.ts';

/** What settling the tree needs to know of a shape. Positions are relative to the parent, as in the document. */
export interface TreeNode {
  readonly id: string;
  readonly type: string;
  readonly parentId: string;
  readonly x: number;
  readonly y: number;
  readonly rotation: number;
}

/** Where a shape that cannot stay where the document says is instead: elsewhere, or (an empty group) nowhere. */
export type Settled =
  | {
      readonly kind: 'moved';
      readonly parentId: string;
      readonly x: number;
      readonly y: number;
      readonly rotation: number;
    }
  | { readonly kind: 'gone' };

/**
 * Decides what becomes of shapes that concurrent edits left without a sound place. Each edit was fine by itself; merged,
 * ancestors run in a circle (two frames moved into each other), end nowhere (a note moved into what somebody deleted),
 * or a group keeps fewer than two shapes. Every reader and the server decide alike, from the document alone:
 * in a circle the shape with the smallest id comes home (see `homePageOf`); a shape without parent comes home itself;
 * a group of one is dissolved in place, as tldraw does; a group of none is gone. Returns only the shapes concerned.
 */
export function settleTree(shapes: Iterable<TreeNode>, pageIds: Iterable<string>): Map<string, Settled> {
  const tree = new Map<string, TreeNode>();
  for (const shape of shapes) tree.set(shape.id, shape);
  const pages = new Set(pageIds);
  const home = homePageOf(pages);
  const settled = new Map<string, Settled>();
  if (home === undefined) return settled;
  bringHome(tree, pages, home, settled);
  dissolveGroups(tree, settled);
  return settled;
}

function bringHome(
  tree: Map<string, TreeNode>,
  pages: ReadonlySet<string>,
  home: string,
  settled: Map<string, Settled>,
): void {
  const sound = new Set<string>();
  for (const id of tree.keys()) {
    const strayId = findStray(id, tree, pages, sound);
    const stray = strayId === null ? undefined : tree.get(strayId);
    if (stray !== undefined) place(tree, settled, { ...stray, parentId: home });
  }
}

/** Walks towards the page; returns the one shape on the way that has to come home, or null. */
function findStray(
  start: string,
  tree: ReadonlyMap<string, TreeNode>,
  pages: ReadonlySet<string>,
  sound: Set<string>,
): string | null {
  const way: string[] = [];
  let at: string = start;
  let stray: string | null = null;
  while (!sound.has(at)) {
    const seenAt = way.indexOf(at);
    if (seenAt >= 0) {
      stray = way.slice(seenAt).reduce((least, id) => (id < least ? id : least));
      break;
    }
    way.push(at);
    const parentId = tree.get(at)?.parentId ?? '';
    if (pages.has(parentId)) break;
    if (!tree.has(parentId)) {
      stray = at;
      break;
    }
    at = parentId;
  }
  for (const id of way) sound.add(id);
  return stray;
}

function dissolveGroups(tree: Map<string, TreeNode>, settled: Map<string, Settled>): void {
  const children = childrenByParent(tree);
  // Sorted, because moving out of nested groups in another order rounds differently.
  const queue = [...tree.values()].filter((node) => node.type === 'group').toSorted(byId);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const group = tree.get(next.id);
    const members = children.get(next.id) ?? new Set();
    if (group === undefined || members.size > 1) continue;
    for (const memberId of members) {
      const member = tree.get(memberId);
      if (member === undefined) continue;
      place(tree, settled, moveOut(member, group));
      addChild(children, group.parentId, memberId);
    }
    tree.delete(group.id);
    settled.set(group.id, { kind: 'gone' });
    children.get(group.parentId)?.delete(group.id);
    const above = tree.get(group.parentId);
    if (above?.type === 'group') queue.push(above);
  }
}

function byId(a: TreeNode, b: TreeNode): number {
  return a.id < b.id ? -1 : 1;
}

/** The member as it stands in the group's own parent: the same place on the page. */
function moveOut(member: TreeNode, group: TreeNode): TreeNode {
  const cos = Math.cos(group.rotation);
  const sin = Math.sin(group.rotation);
  return {
    ...member,
    parentId: group.parentId,
    x: group.x + member.x * cos - member.y * sin,
    y: group.y + member.x * sin + member.y * cos,
    rotation: group.rotation + member.rotation,
  };
}

function place(tree: Map<string, TreeNode>, settled: Map<string, Settled>, node: TreeNode): void {
  tree.set(node.id, node);
  const { parentId, x, y, rotation } = node;
  settled.set(node.id, { kind: 'moved', parentId, x, y, rotation });
}

function childrenByParent(tree: ReadonlyMap<string, TreeNode>): Map<string, Set<string>> {
  const children = new Map<string, Set<string>>();
  for (const node of tree.values()) addChild(children, node.parentId, node.id);
  return children;
}

function addChild(children: Map<string, Set<string>>, parentId: string, id: string): void {
  const siblings = children.get(parentId);
  if (siblings === undefined) children.set(parentId, new Set([id]));
  else siblings.add(id);
}
