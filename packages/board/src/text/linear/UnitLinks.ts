/** A change of a Y.Text as its events tell it. */
export type TextDelta = readonly {
  readonly retain?: number;
  readonly insert?: string | object;
  readonly delete?: number;
}[];

const gone = -1;

/**
 * Which unit of a shared text each unit of a copy of it is, while the two change apart from each other: an editor in which
 * an input method composes is not told at once what others write. The first unit of both is that of the first line.
 */
export class UnitLinks {
  /** Of each unit of the copy: its unit in the shared text, or `gone`; those that are there rise. */
  private links: number[];
  private sharedLength: number;

  /** For a copy that says the same, of so many units. */
  constructor(length: number) {
    this.links = Array.from({ length }, (_, unit) => unit);
    this.sharedLength = length;
  }

  /** How many units the shared text has. */
  get length(): number {
    return this.sharedLength;
  }

  /** The unit of the shared text that a unit of the copy is; null when somebody removed it there. */
  unitOf(unit: number): number | null {
    const link = this.links[unit];
    return link === undefined || link === gone ? null : link;
  }

  /** Where in the shared text lies what is before a unit of the copy; right behind what is before it there. */
  placeBefore(unit: number): number {
    for (let at = unit - 1; at > 0; at -= 1) {
      const link = this.unitOf(at);
      if (link !== null) return link + 1;
    }
    return 1;
  }

  /** Like `placeBefore`, but right before what is behind it. */
  placeAt(unit: number): number {
    for (let at = Math.max(1, unit); at < this.links.length; at += 1) {
      const link = this.unitOf(at);
      if (link !== null) return link;
    }
    return this.sharedLength;
  }

  /** The shared text has changed. */
  follow(delta: TextDelta): void {
    const move = movesOf(delta);
    this.links = this.links.map((link) => (link === gone ? gone : move(link)));
    this.sharedLength = move(this.sharedLength);
  }

  /** Units are put into both, before a unit of the copy. Returns where in the shared text. */
  insert(unit: number, count: number): number {
    const place = this.placeBefore(unit);
    const added = Array.from({ length: count }, (_, offset) => place + offset);
    const moved = this.links.slice(unit).map((link) => (link === gone ? gone : link + count));
    this.links = [...this.links.slice(0, unit), ...added, ...moved];
    this.sharedLength += count;
    return place;
  }

  /** Units are removed from both. Returns which of the shared text, in runs, the last first, as it is before each. */
  remove(unit: number, count: number): readonly UnitRun[] {
    const runs: UnitRun[] = [];
    for (let at = unit + count - 1; at >= unit; at -= 1) {
      const link = this.unitOf(at);
      if (link === null) continue;
      const last = runs.at(-1);
      if (last?.from === link + 1) runs[runs.length - 1] = { from: link, length: last.length + 1 };
      else runs.push({ from: link, length: 1 });
    }
    this.links.splice(unit, count);
    for (const { from, length } of runs) {
      this.links = this.links.map((link) => (link > from ? link - length : link));
      this.sharedLength -= length;
    }
    return runs;
  }
}

/** Neighbouring units of the shared text. */
export interface UnitRun {
  readonly from: number;
  readonly length: number;
}

/** Where a change takes a unit; a place behind the last unit goes with the end. */
function movesOf(delta: TextDelta): (unit: number) => number {
  return (unit) => {
    let before = 1;
    let after = 1;
    for (const { retain = 0, insert, delete: removed = 0 } of delta) {
      if (insert !== undefined) after += typeof insert === 'string' ? insert.length : 1;
      if (unit < before + removed) return unit < before ? unit : gone;
      before += removed;
      if (unit < before + retain) return after + unit - before;
      before += retain;
      after += retain;
    }
    return after + unit - before;
  };
}
