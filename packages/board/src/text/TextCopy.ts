import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import { boardOrigins } from '../document/BoardDocument.ts';
import { editsBetween, type ChangedUnits } from './linear/linearEdits.ts';
import { linearOfNode } from './linear/linearOfNode.ts';
import { nodeOfLinear } from './linear/nodeOfLinear.ts';
import { readLinear, writeEdits, writeFormats } from './linear/sharedLinear.ts';
import { UnitLinks, type TextDelta } from './linear/UnitLinks.ts';
import { UnitPositions } from './linear/UnitPositions.ts';

/** One step of an edit: a document of rich text before and after it. */
export interface CopyStep {
  readonly before: Node;
  readonly after: Node;
  /** Positions that changed, in the document before and in the one after; the rest is in both. */
  readonly changed: readonly ChangedPositions[];
}

/** A range of positions before a step and the one in its place after it. */
export interface ChangedPositions {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** What has come in, for an editor to take over. */
export interface CaughtUp {
  readonly doc: Node;
  /**
   * Where a position of the document before is in the new one: `behind` what was before it, so that what others put in
   * at that place comes after, or `ahead`, right before what was behind it.
   */
  readonly positionOf: (position: number, side: 'behind' | 'ahead') => number;
  /** Where the last change of the shared text ends, in the new document. */
  readonly changeEnd: number;
}

/**
 * An editor's copy of a text in the document. What is edited in the copy is written character by character into the
 * text, also while the copy does not have yet what others wrote there: nothing is lost and nothing is doubled.
 */
export class TextCopy {
  readonly text: Y.Text;
  /** Of the copy; null before it has caught up for the first time. */
  private positions: UnitPositions | null = null;
  private links = new UnitLinks(1);
  private isOlder = true;
  private changeEnd = 1;
  private readonly own = new WeakSet<Y.Transaction>();

  /** The editor need not show the text yet: the copy is behind until it catches up. */
  constructor(text: Y.Text) {
    this.text = text;
  }

  /** Whether something came in that the editor does not show yet. */
  get isBehind(): boolean {
    return this.isOlder;
  }

  /** Writes what was edited in the copy into the text, as what this person typed. */
  write(steps: readonly CopyStep[]): void {
    const last = steps.at(-1);
    if (last === undefined) return;
    this.text.doc?.transact((transaction) => {
      this.own.add(transaction);
      for (const step of steps) this.writeStep(step);
      writeFormats(this.text, linearOfNode(last.after), this.links);
    }, boardOrigins.typing);
    this.positions = new UnitPositions(last.after);
  }

  /** The text has changed, whoever did it. Returns whether the editor has to catch up. */
  follow(event: Y.YTextEvent): boolean {
    if (this.own.has(event.transaction)) return false;
    const delta = event.delta as TextDelta;
    this.links.follow(delta);
    this.changeEnd = endOf(delta);
    this.isOlder = true;
    return true;
  }

  /**
   * What the editor is to show now in place of what it shows. From here on it counts as shown.
   *
   * @throws RangeError when something is embedded in the text that has no place there
   */
  catchUp(shown: Node): CaughtUp {
    const linear = readLinear(this.text);
    const doc = nodeOfLinear(shown.type.schema, linear);
    const before = this.positions ?? new UnitPositions(shown);
    const links = this.positions === null ? new UnitLinks(before.unitAt(shown.content.size)) : this.links;
    const after = new UnitPositions(doc);
    this.positions = after;
    this.links = new UnitLinks(linear.units.length);
    this.isOlder = false;
    return {
      doc,
      positionOf: (position, side) => {
        const unit = before.unitAt(position);
        return after.positionOf(side === 'behind' ? links.placeBefore(unit) : links.placeAt(unit));
      },
      changeEnd: after.positionOf(this.changeEnd),
    };
  }

  /** The index in the text of a position of the copy. */
  indexOf(position: number): number {
    return this.links.placeBefore(this.positions?.unitAt(position) ?? 1) - 1;
  }

  /** The position in the copy of an index of the text. Only for a copy that is not behind. */
  positionOf(index: number): number {
    return this.positions?.positionOf(index + 1) ?? 0;
  }

  private writeStep({ before, after, changed }: CopyStep): void {
    const units = unitsOf(before, after, changed);
    writeEdits(this.text, editsBetween(linearOfNode(before), linearOfNode(after), units), this.links);
  }
}

function unitsOf(before: Node, after: Node, changed: readonly ChangedPositions[]): ChangedUnits[] {
  const [old, now] = [new UnitPositions(before), new UnitPositions(after)];
  return changed.map(({ from, to, newFrom, newTo }) => ({
    before: { from: old.unitAt(from), to: old.unitAt(to) },
    after: { from: now.unitAt(newFrom), to: now.unitAt(newTo) },
  }));
}

/** The unit behind the last thing that was put in or removed. */
function endOf(delta: TextDelta): number {
  let at = 1;
  let end = 1;
  for (const { retain = 0, insert, delete: removed = 0 } of delta) {
    at += retain;
    if (insert !== undefined) at += typeof insert === 'string' ? insert.length : 1;
    if (insert !== undefined || removed > 0) end = at;
  }
  return end;
}
