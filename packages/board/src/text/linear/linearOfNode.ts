import type { Node } from 'prosemirror-model';
import { isSameLevel, parseLineKind, type LineKind, type ListLevel } from './lineFormats.ts';
import { breakUnit, lineUnit, type Formats, type LinearText } from './LinearText.ts';
import { formatsOfMarks } from './markFormats.ts';

/** Lays a document of rich text out in a line. */
export function linearOfNode(doc: Node): LinearText {
  const known = laidOut.get(doc);
  if (known !== undefined) return known;
  const layout = new Layout();
  layout.addBlocks(doc, []);
  laidOut.set(doc, layout);
  return layout;
}

/** What one step of an editor leads to, the next begins with. Documents never change. */
const laidOut = new WeakMap<Node, LinearText>();

class Layout implements LinearText {
  units = '';
  readonly formats: Formats[] = [];

  /** The blocks of the whole or of a list's item. */
  addBlocks(parent: Node, levels: readonly ListLevel[], isApart = false): void {
    parent.forEach((block, _offset, index) => {
      if (block.isTextblock) this.addLine(block, levels, index === 0 ? isApart : null);
      else this.addList(block, levels, parent.maybeChild(index - 1));
    });
  }

  private addList(list: Node, outer: readonly ListLevel[], before: Node | null): void {
    const level = levelOf(list);
    const isApart = before !== null && !before.isTextblock && isSameLevel(level, levelOf(before));
    list.forEach((item, _offset, index) => this.addBlocks(item, [...outer, level], isApart && index === 0));
  }

  /** @param isApart of the first line of an item, whether its list is one of its own; null for the others */
  private addLine(block: Node, list: readonly ListLevel[], isApart: boolean | null): void {
    const { dir, level } = block.attrs as { dir: unknown; level?: number };
    const kind: LineKind = {
      ...(block.type.name === 'heading' && level !== undefined ? { heading: level } : {}),
      ...(dir === 'auto' ? {} : { dir: typeof dir === 'string' ? dir : false }),
      list,
      ...(isApart === false ? {} : { place: isApart === null ? 'same' : 'apart' }),
    };
    this.add(lineUnit, { ...parseLineKind(kind) });
    block.forEach((inline) => {
      this.add(inline.text?.replaceAll(lineUnit, breakUnit) ?? breakUnit, formatsOfMarks(inline.marks));
    });
  }

  private add(units: string, formats: Formats): void {
    this.units += units;
    for (let count = 0; count < units.length; count += 1) this.formats.push(formats);
  }
}

function levelOf({ type, attrs }: Node): ListLevel {
  if (type.name === 'bulletList') return { type: 'bullet' };
  const { start, type: style } = attrs as { start: number; type: string | null };
  return {
    type: 'ordered',
    ...(start === 1 ? {} : { start }),
    ...(style === null ? {} : { style }),
  };
}
