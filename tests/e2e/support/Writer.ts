import { expect, type Locator, type Page } from '@playwright/test';
import type { CreatedBoard } from './createBoard.ts';
import { fillJoinForm, type Joining, type People } from './People.ts';
import { Person } from './Person.ts';
import type { ScreenPoint } from './ScreenPoint.ts';

/** A record of the board as JSON. */
export interface PlainRecord {
  readonly id: string;
  readonly typeName: string;
  readonly type?: string;
  readonly x: number;
  readonly y: number;
  readonly parentId: string;
  readonly props: Readonly<Record<string, unknown>>;
}

type Records = Readonly<Record<string, PlainRecord>>;

interface Inspection {
  store(): Records;
  document(): Records;
  openText(): { readonly shapeId: string; readonly richText: RichText } | null;
  undoDepth(): number;
  mergeCount(): number;
}

interface RichText {
  readonly content?: readonly RichText[];
  readonly text?: string;
  readonly type: string;
}

/** Somebody who writes in what is on a board, in a page that tells what it holds. */
export class Writer extends Person {
  /** Joins, and opens the board so that it can be looked into. */
  static async joins(people: People, board: CreatedBoard, joining: Joining): Promise<Writer> {
    const { page } = await people.arrive(joining.name);
    await teachInspection(page);
    const link = new URL(board.links[joining.role ?? 'contributor']);
    link.searchParams.set('inspect', '');
    await page.goto(link.href);
    await fillJoinForm(page, joining);
    const writer = new Writer(joining.name, page);
    await writer.isOnBoard();
    await expect.poll(() => page.evaluate(() => 'commonGroundInspection' in window)).toBe(true);
    return writer;
  }

  /** The field in which rich text is written. */
  get editor(): Locator {
    return this.page.locator('.tiptap[contenteditable="true"]');
  }

  /** Other people's carets in the text this person writes. */
  get carets(): Locator {
    return this.page.getByTestId('text-caret');
  }

  /** Puts a new note somewhere and begins to write in it. */
  async opensNewNote(at: ScreenPoint = { x: 500, y: 350 }): Promise<void> {
    await this.canvas.focus();
    await this.page.keyboard.press('n');
    await this.canvas.click({ position: at });
    await expect(this.editor).toBeFocused();
  }

  /** Opens the text of what stands at a place, with the caret at its end. */
  async opensText(at: ScreenPoint): Promise<void> {
    await this.selectsAt(at);
    await this.page.keyboard.press('Enter');
    await expect(this.editor).toBeFocused();
    await this.page.keyboard.press('Control+End');
  }

  /** Selects what stands at a place. */
  async selectsAt(at: ScreenPoint): Promise<void> {
    await this.leaves();
    await this.canvas.click({ position: at });
  }

  /** Selects a shape by its top left corner, where no arrow ends. */
  async clicksCornerOf(text: string): Promise<void> {
    const box = await this.shape(text).boundingBox();
    if (box === null) throw new Error(`${this.name} does not see ${text}`);
    await this.page.mouse.click(box.x + 12, box.y + 12);
  }

  /** Ends writing, and selects nothing. */
  async leaves(): Promise<void> {
    await this.canvas.focus();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
  }

  /** Types as fast as the browser takes keys. */
  async types(words: string, delayMs = 0): Promise<void> {
    await this.page.keyboard.type(words, { delay: delayMs });
  }

  /** Puts words in at once, as one input: a busy machine makes pauses between keys. */
  async puts(words: string): Promise<void> {
    await this.page.keyboard.insertText(words);
  }

  async presses(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What stands in the open editor, a line for each paragraph; null when none is open. */
  async reads(): Promise<string | null> {
    const open = await this.page.evaluate(() => inspection().openText());
    return open === null ? null : plainText(open.richText);
  }

  /** Waits until the open editor says this. */
  async writesIn(text: string): Promise<void> {
    await expect.poll(() => this.reads()).toBe(text);
  }

  /** The records that tldraw holds, by id. */
  async store(): Promise<Records> {
    return this.page.evaluate(() => inspection().store());
  }

  /** The only shape of a type, or the one with a text. */
  async shapeOf(type: string, text?: string): Promise<PlainRecord> {
    const found = (await this.shapes()).filter(
      (shape) => shape.type === type && (text === undefined || textOf(shape) === text),
    );
    const [shape] = found;
    if (shape === undefined || found.length > 1)
      throw new Error(`${this.name} sees ${found.length} of ${type}`);
    return shape;
  }

  async shapes(): Promise<PlainRecord[]> {
    return Object.values(await this.store()).filter((record) => record.typeName === 'shape');
  }

  /** The texts of all shapes that have one, sorted. */
  async texts(): Promise<string[]> {
    return (await this.shapes()).map(textOf).toSorted();
  }

  /** The field in which a plain label is written. */
  get field(): Locator {
    return this.page.locator(
      'textarea.tl-text-input:not([readonly]), input.tl-frame-name-input:not([readonly])',
    );
  }

  /** Draws something with a tool from one place to another. */
  async draws(tool: string, from: ScreenPoint, to: ScreenPoint): Promise<void> {
    await this.leaves();
    await this.presses(tool);
    const { x = 0, y = 0 } = (await this.canvas.boundingBox()) ?? {};
    await this.page.mouse.move(x + from.x, y + from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + to.x, y + to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Selects everything on the page. */
  async selectsEverything(): Promise<void> {
    await this.leaves();
    // Free canvas; tldraw hears Enter only after the pointer was on it.
    await this.canvas.click({ position: { x: 60, y: 200 } });
    await this.presses('Control+a');
  }

  /** Makes a pause that ends a step of undo; what comes next is a step of its own. */
  async pausesTyping(): Promise<void> {
    const startedAt = await this.page.evaluate(() => performance.now());
    await this.page.waitForFunction((start) => performance.now() - start > 600, startedAt);
  }

  /** How many steps this person can take back. */
  async undoDepth(): Promise<number> {
    return this.page.evaluate(() => inspection().undoDepth());
  }

  /** How many frames the browser has drawn, from the first question on. */
  async frameCount(): Promise<number> {
    return this.page.evaluate(() => {
      const counter = window as unknown as { drawnFrames?: number };
      if (counter.drawnFrames === undefined) {
        counter.drawnFrames = 0;
        const count = () => {
          counter.drawnFrames = (counter.drawnFrames ?? 0) + 1;
          requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
      }
      return counter.drawnFrames;
    });
  }

  /** How often tldraw's store has taken in what others did. */
  async mergeCount(): Promise<number> {
    return this.page.evaluate(() => inspection().mergeCount());
  }

  async goesOffline(): Promise<void> {
    await this.page.context().setOffline(true);
  }

  async comesBack(): Promise<void> {
    await this.page.context().setOffline(false);
  }

  /** Everything a browser holds of the board, for comparing. */
  async everything(): Promise<{
    store: Records;
    document: Records;
    open: string | null;
    told: string | null;
  }> {
    const { store, document, open } = await this.page.evaluate(() => ({
      store: inspection().store(),
      document: inspection().document(),
      open: inspection().openText(),
    }));
    const told = open === null ? null : textOf(store[open.shapeId]);
    return { store, document, open: open === null ? null : plainText(open.richText), told };
  }
}

/** Waits until everybody's documents, stores and open editors say the same, every field of every record. */
export async function expectAgreement(...writers: readonly Writer[]): Promise<void> {
  await expect(async () => {
    const all = await Promise.all(writers.map((writer) => writer.everything()));
    const [first] = all;
    for (const { store, document, open, told } of all) {
      expect(store).toEqual(document);
      expect(document).toEqual(first?.document);
      expect(open).toBe(told);
    }
  }).toPass({ timeout: 20_000 });
}

/** The words on a shape, a line for each paragraph. */
export function textOf(shape: PlainRecord | undefined): string {
  const { richText, text, name } = (shape?.props ?? {}) as {
    richText?: RichText;
    text?: string;
    name?: string;
  };
  return richText === undefined ? (text ?? name ?? '') : plainText(richText);
}

function plainText({ text, content = [], type }: RichText): string {
  return text ?? content.map(plainText).join(type === 'doc' ? '\n' : '');
}

/** Runs in the page. */
declare function inspection(): Inspection;

/** Makes `inspection()` known to the functions above when they run in the page. */
async function teachInspection(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      inspection: () => (window as unknown as { commonGroundInspection: unknown }).commonGroundInspection,
    });
  });
}
