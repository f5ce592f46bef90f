import { parseTextCaret, type TextCaret } from '@common-ground/protocol';
import type { Awareness } from 'y-protocols/awareness';

/** Whose caret it is, as it is shown. */
export interface CaretOwner {
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
}

/** Where somebody else writes in a text. */
export interface OthersCaret {
  readonly clientId: number;
  readonly caret: TextCaret;
  readonly owner: CaretOwner;
}

/** Where people write, in the field `caret` of their awareness states (the pointer is `cursor`). */
export class TextCarets {
  private readonly awareness: Awareness;
  private readonly ownerOf: (state: unknown) => CaretOwner | null;

  /** @param ownerOf who a state belongs to; null for somebody unknown, whose caret is not shown */
  constructor(awareness: Awareness, ownerOf: (state: unknown) => CaretOwner | null) {
    this.awareness = awareness;
    this.ownerOf = ownerOf;
  }

  /** The carets of others in one shape's text. */
  othersIn(shapeId: string): readonly OthersCaret[] {
    const others: OthersCaret[] = [];
    for (const [clientId, state] of this.awareness.getStates()) {
      const caret = clientId === this.awareness.clientID ? null : caretIn(shapeId, state);
      const owner = caret === null ? null : this.ownerOf(state);
      if (caret !== null && owner !== null) others.push({ clientId, caret, owner });
    }
    return others;
  }

  /** Tells the others where this person's caret is in a shape's text; null when it is there no longer. */
  show(shapeId: string, ends: Pick<TextCaret, 'anchor' | 'head'> | null): void {
    const known = caretIn(shapeId, this.awareness.getLocalState());
    if (ends === null && known === null) return;
    const caret = ends === null ? null : { shape: shapeId, ...ends };
    if (JSON.stringify(caret) !== JSON.stringify(known)) this.awareness.setLocalStateField('caret', caret);
  }

  /** Tells when carets in a shape's text have moved, come or gone; not of pointers. Returns what ends that. */
  onMoved(shapeId: string, handler: () => void): () => void {
    let known = JSON.stringify(this.othersIn(shapeId));
    const handleChange = () => {
      const now = JSON.stringify(this.othersIn(shapeId));
      if (now === known) return;
      known = now;
      handler();
    };
    this.awareness.on('change', handleChange);
    return () => this.awareness.off('change', handleChange);
  }
}

function caretIn(shapeId: string, state: unknown): TextCaret | null {
  const caret = parseTextCaret(state);
  return caret?.shape === shapeId ? caret : null;
}
