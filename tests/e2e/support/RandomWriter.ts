import type { SeededRandom } from '@common-ground/testkit';
import type { PlainRecord, Writer } from './Writer.ts';

/** What a round of random writing may hold: only additions, so that every letter can be counted, or anything. */
export type RoundKind = 'adding' | 'anything';

/** Somebody who does random things to texts, by mouse and keyboard, with letters and a key of their own. */
export class RandomWriter {
  readonly writer: Writer;
  /** What was typed since the last count, each time from where the caret had got to. */
  private runs: string[] = [];
  private nextLetter: number;
  private readonly key: string;
  private readonly random: SeededRandom;

  /**
   * @param firstLetter code point from which on the letters are this person's; none is typed twice
   * @param key what they type over and over besides, a real key; on the board it does nothing
   */
  constructor(
    writer: Writer,
    { firstLetter, key }: { readonly firstLetter: number; readonly key: string },
    random: SeededRandom,
  ) {
    this.writer = writer;
    this.nextLetter = firstLetter;
    this.key = key;
    this.random = random;
  }

  /** What was typed since the last time, in runs without a jump of the caret. */
  takeRuns(): readonly string[] {
    const { runs } = this;
    this.runs = [];
    return runs;
  }

  /** Some actions, one after the other. */
  async acts(kind: RoundKind, count: number): Promise<void> {
    for (let action = 0; action < count; action += 1) await this.actsOnce(kind);
  }

  private async actsOnce(kind: RoundKind): Promise<void> {
    const isOpen = (await this.writer.reads()) !== null;
    if (!isOpen) {
      await this.opensAText();
      return;
    }
    const adding = [
      () => this.typesSome(),
      () => this.typesSome(),
      () => this.typesSome(),
      () => this.writer.presses('Enter'),
      () => this.jumps(),
      () => this.makesBold(),
      () => this.leavesAndMoves(),
    ];
    const changing = [
      () => this.writer.presses('Backspace', 'Backspace'),
      () => this.writer.presses('Control+z'),
      () => this.writer.presses('Control+Shift+z'),
      () => this.writer.presses('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Delete'),
      () => this.leavesAndDeletes(),
    ];
    await this.random.pick(kind === 'adding' ? adding : [...adding, ...changing])();
  }

  private async opensAText(): Promise<void> {
    const shape = await this.findsAShape();
    if (shape === undefined) {
      await this.writer.draws('n', this.somewhere(), this.somewhere());
      return;
    }
    await this.clicksOn(shape);
    await this.writer.presses('Enter', 'Control+End');
  }

  private async typesSome(): Promise<void> {
    const count = 1 + this.random.integer(8);
    // Whoever's text was deleted a moment ago types to the board.
    if ((await this.writer.reads()) === null) return;
    const letters = this.random.chance(0.5) ? this.key.repeat(count) : this.newLetters(count);
    this.runs.push(letters);
    await this.writer.types(letters, this.random.pick([0, 5, 20]));
  }

  private newLetters(count: number): string {
    const letters = Array.from({ length: count }, (_, offset) =>
      String.fromCodePoint(this.nextLetter + offset),
    );
    this.nextLetter += count;
    return letters.join('');
  }

  private async jumps(): Promise<void> {
    await this.writer.presses(
      this.random.pick(['Control+Home', 'Control+End', 'ArrowLeft', 'ArrowUp', 'Home', 'End']),
    );
  }

  private async makesBold(): Promise<void> {
    await this.writer.presses('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Control+b', 'ArrowRight');
  }

  private async leavesAndMoves(): Promise<void> {
    await this.writer.leaves();
    const shape = await this.findsAShape();
    const box = shape === undefined ? null : await this.boxOf(shape);
    if (box === null) return;
    const to = this.somewhere();
    const { mouse } = this.writer.page;
    await mouse.move(box.x + 15, box.y + 15);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }

  private async leavesAndDeletes(): Promise<void> {
    const shape = await this.findsAShape();
    if (shape === undefined) return;
    await this.clicksOn(shape);
    await this.writer.presses('Delete');
  }

  private async clicksOn(shape: PlainRecord): Promise<void> {
    await this.writer.leaves();
    const box = await this.boxOf(shape);
    if (box !== null) await this.writer.page.mouse.click(box.x + 15, box.y + 15);
  }

  private async findsAShape(): Promise<PlainRecord | undefined> {
    const shapes = (await this.writer.shapes()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return shapes.length === 0 ? undefined : this.random.pick(shapes);
  }

  /** Where a shape is on screen; null when it is not, or under something else. */
  private async boxOf({ id }: PlainRecord): Promise<{ x: number; y: number } | null> {
    return this.writer.page.evaluate((shapeId) => {
      const box = document.getElementById(shapeId)?.getBoundingClientRect();
      if (box === undefined) return null;
      const isOnScreen = box.x > 0 && box.y > 100 && box.x < 1_100 && box.y < 650;
      return isOnScreen ? { x: box.x, y: box.y } : null;
    }, id);
  }

  private somewhere(): { x: number; y: number } {
    return { x: 150 + this.random.integer(750), y: 150 + this.random.integer(350) };
  }
}
