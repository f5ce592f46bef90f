import { parseTextCaret, type TextCaret } from '@common-ground/protocol';
import type { Awareness } from 'y-protocols/awareness';

/** Whose caret it is, as it is shown. */
export interface CaretOwner {
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
}

/** Awareness as y-prosemirror's caret plugin knows it, of one text: `cursor` there is `caret` here. */
interface CaretState {
  readonly cursor: Pick<TextCaret, 'anchor' | 'head'> | null;
  readonly user: CaretOwner | null;
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

  /**
   * The carets in one shape's text, for y-prosemirror's caret plugin. It is told of carets only, not of pointers.
   *
   * @param beforeShown called before carets that have moved are drawn, which sets this person's own selection anew
   */
  ofShape(shapeId: string, beforeShown: () => void): Awareness {
    return new ShapeCarets(this.awareness, shapeId, this.ownerOf, beforeShown) as unknown as Awareness;
  }
}

class ShapeCarets {
  private readonly awareness: Awareness;
  private readonly shapeId: string;
  private readonly ownerOf: (state: unknown) => CaretOwner | null;
  private readonly beforeShown: () => void;
  private readonly handlers = new Map<() => void, () => void>();

  constructor(
    awareness: Awareness,
    shapeId: string,
    ownerOf: (state: unknown) => CaretOwner | null,
    beforeShown: () => void,
  ) {
    this.awareness = awareness;
    this.shapeId = shapeId;
    this.ownerOf = ownerOf;
    this.beforeShown = beforeShown;
  }

  getStates(): Map<number, CaretState> {
    const states = new Map<number, CaretState>();
    for (const [clientId, state] of this.awareness.getStates()) {
      const caret = clientId === this.awareness.clientID ? null : this.caretIn(state);
      const user = caret === null ? null : this.ownerOf(state);
      if (caret !== null && user !== null) states.set(clientId, { cursor: caret, user });
    }
    return states;
  }

  getLocalState(): CaretState {
    return { cursor: this.caretIn(this.awareness.getLocalState()), user: null };
  }

  /** Called by the plugin, for the field `cursor` only. */
  setLocalStateField(_field: string, cursor: CaretState['cursor']): void {
    if (cursor === null && this.caretIn(this.awareness.getLocalState()) === null) return;
    this.awareness.setLocalStateField('caret', cursor === null ? null : { shape: this.shapeId, ...cursor });
  }

  on(_event: 'change', handler: () => void): void {
    let known = this.fingerprint();
    const handleChange = () => {
      const now = this.fingerprint();
      if (now === known) return;
      known = now;
      // The plugin draws after a timeout of nothing, this comes right before.
      setTimeout(this.beforeShown, 0);
      handler();
    };
    this.handlers.set(handler, handleChange);
    this.awareness.on('change', handleChange);
  }

  off(_event: 'change', handler: () => void): void {
    const handleChange = this.handlers.get(handler);
    if (handleChange !== undefined) this.awareness.off('change', handleChange);
    this.handlers.delete(handler);
  }

  private caretIn(state: unknown): TextCaret | null {
    const caret = parseTextCaret(state);
    return caret?.shape === this.shapeId ? caret : null;
  }

  private fingerprint(): string {
    return JSON.stringify([...this.getStates()]);
  }
}
