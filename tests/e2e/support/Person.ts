import { expect, type Locator, type Page } from '@playwright/test';
import { middleOf, type ScreenPoint } from './ScreenPoint.ts';

/** One person in a browser of their own, with what they do and see on a board. */
export class Person {
  readonly name: string;
  readonly page: Page;

  constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
  }

  /** The canvas, once the board is open. */
  get canvas(): Locator {
    return this.page.getByTestId('canvas');
  }

  /** Waits until the board is open and can be used. */
  async isOnBoard(): Promise<void> {
    // On a busy machine a browser takes its time to compile a whole editor.
    await expect(this.canvas).toBeVisible({ timeout: 30_000 });
  }

  /** Writes a note with the note tool and leaves it. */
  async writesNote(text: string, at: ScreenPoint = { x: 500, y: 350 }): Promise<void> {
    await this.canvas.focus();
    await this.page.keyboard.press('n');
    await this.canvas.click({ position: at });
    await expect(this.page.getByRole('textbox').and(this.page.locator('.tiptap'))).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
  }

  /** Begins a conversation at a place of the canvas. */
  async comments(text: string, at: ScreenPoint): Promise<void> {
    await this.canvas.focus();
    await this.page.keyboard.press('c');
    await this.canvas.click({ position: at });
    await this.page.getByRole('textbox', { name: /What do you want to say/ }).fill(text);
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(this.page.getByRole('button', { name: /^Comment by/ }).first()).toBeVisible();
  }

  /** A shape by a text in it. */
  shape(text: string): Locator {
    return this.page.locator('.tl-shape').filter({ hasText: text });
  }

  /** Waits until a text stands on the canvas. */
  async sees(text: string): Promise<void> {
    await expect(this.shape(text)).toBeVisible();
  }

  /** Waits until a text does not stand on the canvas any more. */
  async seesNo(text: string): Promise<void> {
    await expect(this.shape(text)).toHaveCount(0);
  }

  /** Drags a shape by its middle. */
  async moves(text: string, by: { readonly x: number; readonly y: number }): Promise<void> {
    const from = await middleOf(this.shape(text));
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 5 });
    await mouse.move(from.x + by.x, from.y + by.y, { steps: 5 });
    await mouse.up();
  }

  /** Drops a shape on another one. */
  async drops(text: string, onto: string): Promise<void> {
    const [from, to] = await Promise.all([this.placeOf(text), this.placeOf(onto)]);
    await this.moves(text, { x: to.x - from.x, y: to.y - from.y });
  }

  /** Selects a shape by clicking on it. */
  async selects(text: string): Promise<void> {
    const { x, y } = await middleOf(this.shape(text));
    await this.page.mouse.click(x, y);
  }

  /** Selects several shapes. */
  async selectsAll(...texts: readonly string[]): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.down('Shift');
    for (const text of texts) await this.selects(text);
    await this.page.keyboard.up('Shift');
  }

  /** Gives a shape one of tldraw's colours. */
  async recolours(text: string, colour: string): Promise<void> {
    await this.selects(text);
    await this.page.getByTestId(`style.color.${colour}`).click();
  }

  /** Pastes an image of one colour into the middle of the canvas. */
  async pastesImage(png: Buffer): Promise<void> {
    await this.canvas.focus();
    await this.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0);
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, png.toString('base64'));
  }

  /** Pastes plain text onto the canvas. */
  async pastesText(text: string): Promise<void> {
    await this.canvas.focus();
    await this.page.evaluate((words) => {
      const data = new DataTransfer();
      data.setData('text/plain', words);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  /** How the shape's note is filled, as CSS gives it. */
  async fillOf(text: string): Promise<string> {
    return this.shape(text)
      .locator('.tl-note__container')
      .evaluate((note) => getComputedStyle(note).backgroundColor);
  }

  /** Where a shape's middle is on this person's screen. */
  async placeOf(text: string): Promise<ScreenPoint> {
    return middleOf(this.shape(text));
  }

  /** Waits until a shape's middle is at a place, to the pixel that rounding leaves open. */
  async seesAt(text: string, { x, y }: ScreenPoint): Promise<void> {
    await expect(async () => {
      const place = await this.placeOf(text);
      expect(Math.hypot(place.x - x, place.y - y)).toBeLessThan(2);
    }).toPass({ timeout: 10_000 });
  }

  /** Selects a shape with a click and deletes it with the keyboard. */
  async removes(text: string): Promise<void> {
    await this.selects(text);
    await this.page.keyboard.press('Delete');
  }

  /** Waits until the board says that the server cannot be reached. */
  async isOffline(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Offline' })).toBeVisible();
  }

  /** Waits until everything is in this browser's own copy of the board. */
  async isKept(): Promise<void> {
    // Writes to one store take turns, so one that is through has all earlier ones before it. Edits leave with the frame after them.
    await this.page.evaluate(async () => {
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      const copies = (await indexedDB.databases()).flatMap(({ name }) => (name ? [name] : []));
      await Promise.all(
        copies.map(
          (name) =>
            new Promise<void>((resolve, reject) => {
              const opening = indexedDB.open(name);
              opening.addEventListener('error', () => reject(new Error(`The copy ${name} does not open.`)));
              opening.addEventListener('success', () => {
                const turn = opening.result.transaction([...opening.result.objectStoreNames], 'readwrite');
                turn.addEventListener('complete', () => resolve());
                opening.result.close();
              });
            }),
        ),
      );
    });
  }

  /** Waits until the board says that everything is on the server. */
  async isSaved(): Promise<void> {
    // An edit leaves with the animation frame after it; until then the board may still speak of the one before.
    await this.page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    await expect(this.page.getByRole('button', { name: 'Saved' })).toBeVisible();
  }

  /** Opens the page anew; whoever has joined comes back to the board. */
  async reloads(): Promise<void> {
    await this.page.reload();
    await this.isOnBoard();
  }
}
