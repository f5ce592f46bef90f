import { atom, type Atom } from '@tldraw/tldraw';

/** What a screen reader is told of what was just done; each text once, also when the same is done again. */
export class SpokenLine {
  readonly text: Atom<string> = atom('said of the table', '');
  #isEven = false;

  say(text: string): void {
    // Readers pass over what stands there already: a space that nobody hears makes another text of it.
    this.#isEven = !this.#isEven;
    this.text.set(this.#isEven ? text : `${text}\u00A0`);
  }
}
