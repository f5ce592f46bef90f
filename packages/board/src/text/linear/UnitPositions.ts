import type { Node } from 'prosemirror-model';

interface Line {
  /** Unit of the line; its words begin with the next. */
  readonly unit: number;
  /** Position in the document at which its words begin. */
  readonly start: number;
  readonly size: number;
}

/** Where the units of a linear text stand in the document of rich text that it is. */
export class UnitPositions {
  private readonly lines: Line[] = [];

  constructor(doc: Node) {
    let unit = 0;
    doc.descendants((node, position) => {
      if (!node.isTextblock) return true;
      const size = node.content.size;
      this.lines.push({ unit, start: position + 1, size });
      unit += 1 + size;
      return false;
    });
  }

  /** How many units are before a position. */
  unitAt(position: number): number {
    const line = this.lines.findLast(({ start }) => start <= position);
    return line === undefined ? 0 : line.unit + 1 + Math.min(position - line.start, line.size);
  }

  /** The position before a unit of words or behind the last of a line; 0 when there is no line. */
  positionOf(unit: number): number {
    const line = this.lines.findLast((one) => one.unit < unit);
    return line === undefined
      ? (this.lines[0]?.start ?? 0)
      : line.start + Math.min(unit - line.unit - 1, line.size);
  }
}
