import { Fragment, type Node, type Schema } from 'prosemirror-model';
import { isSameLevel, parseLineKind, type LineKind, type ListLevel } from './lineFormats.ts';
import { breakUnit, lineUnit, sliceLinear, type LinearText } from './LinearText.ts';
import { marksOfFormats, parseMarkFormats } from './markFormats.ts';

/**
 * The document of rich text that a linear text stands for: every unit has its place in it, in the same order, whatever
 * the formats are. Lines whose lists do not fit what is before them come as near as they can, the same for everybody.
 */
export function nodeOfLinear(schema: Schema, linear: LinearText): Node {
  const tree = new Tree(schema);
  for (const line of linesOf(linear)) {
    const kind = parseLineKind(line.formats[0] ?? {});
    tree.addLine(kind, inlineOf(schema, sliceLinear(line, 1, line.units.length)));
  }
  return schema.node('doc', null, tree.blocks());
}

function* linesOf(linear: LinearText): Iterable<LinearText> {
  let from = 0;
  while (from < linear.units.length) {
    const next = linear.units.indexOf(lineUnit, from + 1);
    const to = next === -1 ? linear.units.length : next;
    yield sliceLinear(linear, from, to);
    from = to;
  }
}

function inlineOf(schema: Schema, { units, formats }: LinearText): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  while (from < units.length) {
    const marks = marksOfFormats(schema, parseMarkFormats(formats[from] ?? {}));
    if (units[from] === breakUnit) {
      nodes.push(schema.node('hardBreak', null, undefined, marks));
      from += 1;
      continue;
    }
    let to = from + 1;
    while (to < units.length && units[to] !== breakUnit && formats[to] === formats[from]) to += 1;
    nodes.push(schema.text(units.slice(from, to), marks));
    from = to;
  }
  return nodes;
}

/** A list that may get more items. */
interface OpenList {
  readonly level: ListLevel;
  readonly items: Block[][];
}

type Block = Node | OpenList;

/** Builds blocks from lines. */
class Tree {
  private readonly schema: Schema;
  private readonly top: Block[] = [];
  /** The lists around the last line, from the outermost in; their last items are open. */
  private open: OpenList[] = [];

  constructor(schema: Schema) {
    this.schema = schema;
  }

  addLine(kind: LineKind, inline: readonly Node[]): void {
    const levels = kind.list ?? [];
    const shared = this.sharedWith(levels);
    const isInItem = levels.length === 0 || (kind.place === 'same' && shared === levels.length);
    if (isInItem) {
      this.open.length = levels.length;
      this.innermost().push(this.textblock(kind, inline));
      return;
    }
    this.openItem(levels, shared, kind.place === 'apart');
    // An item begins with a paragraph.
    this.innermost().push(this.textblock({ dir: kind.dir ?? 'auto' }, inline));
  }

  blocks(): Node[] {
    return this.top.map((block) => this.closed(block));
  }

  private sharedWith(levels: readonly ListLevel[]): number {
    const differing = levels.findIndex((level, depth) => !isSameLevel(level, this.open[depth]?.level));
    return differing === -1 ? levels.length : differing;
  }

  /** Begins an item of the innermost list of some, which stands as deep as the lists that are open allow. */
  private openItem(levels: readonly ListLevel[], shared: number, isApart: boolean): void {
    const level = levels[levels.length - 1] as ListLevel;
    const depth = Math.min(shared, levels.length - 1);
    const known = this.open[depth];
    this.open.length = Math.min(depth, this.open.length);
    const goesOn = known !== undefined && !isApart && isSameLevel(level, known.level);
    const list: OpenList = goesOn ? known : { level, items: [] };
    if (!goesOn) this.innermost().push(list);
    list.items.push([]);
    this.open.push(list);
  }

  private innermost(): Block[] {
    return this.open.at(-1)?.items.at(-1) ?? this.top;
  }

  private textblock({ heading, dir = 'auto' }: LineKind, inline: readonly Node[]): Node {
    const attrs = { dir: dir === false ? null : dir };
    const content = Fragment.fromArray([...inline]);
    return heading === undefined
      ? this.schema.node('paragraph', attrs, content)
      : this.schema.node('heading', { ...attrs, level: heading }, content);
  }

  private closed(block: Block): Node {
    if (!('items' in block)) return block;
    const items = block.items.map((item) =>
      this.schema.node(
        'listItem',
        null,
        item.map((inner) => this.closed(inner)),
      ),
    );
    const { type, start = 1, style = null } = block.level;
    return type === 'bullet'
      ? this.schema.node('bulletList', null, items)
      : this.schema.node('orderedList', { start, type: style }, items);
  }
}
