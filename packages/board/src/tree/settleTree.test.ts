import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleTree, type Settled, type TreeNode } from './settleTree.ts';

function node(id: string, parentId: string, more: Partial<TreeNode> = {}): TreeNode {
  return { id, type: 'note', parentId, x: 0, y: 0, rotation: 0, ...more };
}

function group(id: string, parentId: string, more: Partial<TreeNode> = {}): TreeNode {
  return node(id, parentId, { type: 'group', ...more });
}

function settle(nodes: readonly TreeNode[], pages: readonly string[] = ['page:a', 'page:b']) {
  return Object.fromEntries(settleTree(nodes, pages));
}

function reachesPage(id: string, tree: ReadonlyMap<string, TreeNode>): boolean {
  let at = id;
  for (let steps = 0; steps <= tree.size; steps++) at = tree.get(at)?.parentId ?? at;
  return at.startsWith('page:');
}

const home = { kind: 'moved', parentId: 'page:a', x: 0, y: 0, rotation: 0 };
const gone = { kind: 'gone' };

describe('settleTree', () => {
  const cases: [string, TreeNode[], Record<string, object>][] = [
    ['leaves a sound tree alone', [node('1', 'page:b'), node('2', '1'), node('3', '2')], {}],
    ['breaks a circle of one', [node('1', '1')], { 1: home }],
    ['breaks a circle of two at the smallest id', [node('2', '1'), node('1', '2')], { 1: home }],
    [
      'breaks a circle of three at the smallest id',
      [node('3', '2'), node('2', '1'), node('1', '3')],
      { 1: home },
    ],
    [
      'breaks a circle and leaves what hangs on it',
      [node('0', '2'), node('2', '1'), node('1', '2'), node('9', '0')],
      { 1: home },
    ],
    [
      'breaks each of two circles',
      [node('2', '1'), node('1', '2'), node('4', '3'), node('3', '4')],
      { 1: home, 3: home },
    ],
    ['brings an orphan home and leaves its children in it', [node('1', 'gone'), node('2', '1')], { 1: home }],
    ['brings home what lies on a deleted page', [node('1', 'page:deleted')], { 1: home }],
    ['removes an empty group', [group('g', 'page:b')], { g: gone }],
    ['leaves a group of two', [group('g', 'page:b'), node('1', 'g'), node('2', 'g')], {}],
    [
      'dissolves a group of one where it stands',
      [group('g', 'page:b', { x: 10, y: 20 }), node('1', 'g', { x: 1, y: 2 })],
      { g: gone, 1: { kind: 'moved', parentId: 'page:b', x: 11, y: 22, rotation: 0 } },
    ],
    [
      'dissolves groups of one within each other',
      [
        group('g', 'page:b', { x: 10, y: 0 }),
        group('h', 'g', { x: 5, y: 0 }),
        node('1', 'h', { x: 1, y: 0 }),
      ],
      { g: gone, h: gone, 1: { kind: 'moved', parentId: 'page:b', x: 16, y: 0, rotation: 0 } },
    ],
    ['removes empty groups within each other', [group('g', 'page:b'), group('h', 'g')], { g: gone, h: gone }],
    [
      'keeps a group that still has two after one in it came apart',
      [group('g', 'page:b'), group('h', 'g', { x: 5, y: 0 }), node('1', 'h', { x: 1, y: 0 }), node('2', 'g')],
      { h: gone, 1: { kind: 'moved', parentId: 'g', x: 6, y: 0, rotation: 0 } },
    ],
    [
      'dissolves a group of one that has to come home first',
      [group('g', 'gone', { x: 10, y: 0 }), node('1', 'g', { x: 1, y: 0 })],
      { g: gone, 1: { kind: 'moved', parentId: 'page:a', x: 11, y: 0, rotation: 0 } },
    ],
  ];

  test.each(cases)('%s', (_title, nodes, expected) => {
    expect(settle(nodes)).toEqual(expected);
    expect(settle(nodes.toReversed())).toEqual(expected);
  });

  test('keeps a member of a turned group at its place on the page', () => {
    const turned = group('g', 'page:a', { x: 100, y: 50, rotation: Math.PI / 2 });
    const settled = settle([turned, node('1', 'g', { x: 10, y: 20, rotation: 0.5 })])['1'] as Exclude<
      Settled,
      { kind: 'gone' }
    >;
    expect(settled.x).toBeCloseTo(80);
    expect(settled.y).toBeCloseTo(60);
    expect(settled.rotation).toBeCloseTo(Math.PI / 2 + 0.5);
  });

  test('brings home to the page that the board started with', () => {
    const pages = ['page:a', 'page:page', 'page:z'];
    expect(settle([node('1', 'gone')], pages)).toEqual({ 1: { ...home, parentId: 'page:page' } });
  });

  test('does nothing without a page to come home to', () => {
    expect(settle([node('1', 'gone')], [])).toEqual({});
  });

  const ids = ['1', '2', '3', '4', '5', '6', '7', '8'];
  const anyTree = fc
    .array(
      fc.record({
        id: fc.constantFrom(...ids),
        type: fc.constantFrom('group', 'group', 'note'),
        parentId: fc.constantFrom(...ids, 'page:a', 'page:b', 'gone'),
        x: fc.integer({ min: -9999, max: 9999 }).map((hundredths) => hundredths / 100),
        y: fc.integer({ min: -9999, max: 9999 }).map((hundredths) => hundredths / 100),
        rotation: fc.integer({ min: 0, max: 31_416 }).map((parts) => parts / 10_000),
      }),
      { maxLength: 8 },
    )
    .map((nodes) => [...new Map(nodes.map((each) => [each.id, each])).values()]);

  test('decides the same to the last bit, whatever the order', () => {
    fc.assert(
      fc.property(
        anyTree.chain((nodes) =>
          fc.tuple(fc.constant(nodes), fc.shuffledSubarray(nodes, { minLength: nodes.length })),
        ),
        ([nodes, shuffled]) => {
          expect(settle(shuffled, ['page:b', 'page:a'])).toEqual(settle(nodes));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('leaves every shape on a way to a page, no group with fewer than two, and nothing lost but groups', () => {
    fc.assert(
      fc.property(anyTree, (nodes) => {
        const settled = settle(nodes);
        const isGone = ({ id }: TreeNode) => settled[id]?.kind === 'gone';
        const after = new Map(
          nodes.filter((each) => !isGone(each)).map((each) => [each.id, { ...each, ...settled[each.id] }]),
        );
        expect(nodes.filter(isGone).filter(({ type }) => type !== 'group')).toEqual([]);
        expect([...after.keys()].filter((id) => !reachesPage(id, after))).toEqual([]);
        const groups = [...after.values()].filter(({ type }) => type === 'group');
        const sizes = groups.map(
          ({ id }) => [...after.values()].filter(({ parentId }) => parentId === id).length,
        );
        expect(sizes.filter((size) => size < 2)).toEqual([]);
        expect(settle([...after.values()])).toEqual({});
      }),
      { numRuns: 500 },
    );
  });
});
