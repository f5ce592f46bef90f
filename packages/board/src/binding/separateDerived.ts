import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { placedAt, positionOf } from '../records/anchor.ts';
import { withDerivedOf } from '../records/derivedProps.ts';

/** A user's changes, and what of them nobody made: the sizes that tldraw computed from a text while it was typed. */
export interface SeparatedChanges {
  readonly made: RecordsDiff<TLRecord>;
  readonly derived: RecordsDiff<TLRecord>;
}

/** Takes the derived sizes of shapes whose text editor is open out of the user's changes. */
export function separateDerived(
  changes: RecordsDiff<TLRecord>,
  isTextMounted: (shapeId: string) => boolean,
): SeparatedChanges {
  const made: Record<string, [TLRecord, TLRecord]> = { ...changes.updated };
  const derived: Record<string, [TLRecord, TLRecord]> = {};
  for (const [id, [from, to]] of Object.entries(changes.updated)) {
    if (from.typeName !== 'shape' || to.typeName !== 'shape' || !isTextMounted(id)) continue;
    const sizes = withDerivedOf(from, to);
    if (sizes === from) continue;
    derived[id] = [from, sizes];
    made[id] = [from, withoutPushing(from, withDerivedOf(to, from), to)];
  }
  return {
    made: { ...changes, updated: made },
    derived: { added: {}, updated: derived, removed: {} },
  };
}

/** Text that grows from its middle or right end gets another corner with every letter; nobody moved it. */
function withoutPushing(from: TLShape, made: TLShape, to: TLShape): TLShape {
  if (positionOf(from)[0] === from.x && positionOf(from)[1] === from.y) return made;
  const { textAlign: before } = from.props as { textAlign?: unknown };
  const { textAlign: after } = to.props as { textAlign?: unknown };
  return before === after ? placedAt(made, positionOf(from)) : made;
}
