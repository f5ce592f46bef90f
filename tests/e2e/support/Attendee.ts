import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './Person.ts';

/** Somebody in a workshop: what they do and see in its steps. */
export class Attendee {
  readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }

  get page(): Page {
    return this.person.page;
  }

  /** The bar with what to do now. */
  get card(): Locator {
    return this.page.getByRole('region', { name: 'What to do now' });
  }

  /** Their own part in the step, beside the canvas. */
  get part(): Locator {
    return this.page.locator('aside[aria-labelledby="step-part"]');
  }

  /** Waits until they are in a step. */
  async isIn(title: string): Promise<void> {
    await expect(this.page.getByRole('banner').getByText(title, { exact: true })).toBeVisible();
  }

  /** Opens the page anew and waits until they are back in the step. */
  async reloadsIn(title: string): Promise<void> {
    await this.person.reloads();
    await this.isIn(title);
  }

  /** Writes a private note and adds it with Enter. */
  async writesPrivately(text: string): Promise<void> {
    await this.part.getByLabel('New note').fill(text);
    await this.part.getByLabel('New note').press('Enter');
    await expect(this.draft(text)).toBeVisible();
  }

  /** Pastes a list, each line of which becomes a private note. */
  async pastesPrivately(...texts: readonly string[]): Promise<void> {
    const field = this.part.getByLabel('New note');
    await field.focus();
    await field.evaluate((element, list) => {
      const data = new DataTransfer();
      data.setData('text/plain', list);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, texts.join('\n'));
    await expect(this.draft(texts.at(-1) ?? '')).toBeVisible();
  }

  /** Chooses the section that the next private notes are for. */
  async choosesSection(title: string): Promise<void> {
    await this.part.getByRole('radio', { name: title, exact: true }).check({ force: true });
  }

  /** One of their private notes, by its text. */
  draft(text: string): Locator {
    return this.part.getByRole('listitem').filter({ has: this.page.locator(`textarea:text-is("${text}")`) });
  }

  /** Answers a question with a value of its scale. */
  async rates(value: string): Promise<void> {
    await this.rating(value).check({ force: true });
  }

  rating(value: string): Locator {
    return this.part.getByRole('radio', { name: new RegExp(`^${value}(,|$)`) });
  }

  /** Puts so many dots on an item, in the list beside the canvas. */
  async putsDots(label: string, count: number): Promise<void> {
    const add = this.part.getByRole('button', { name: new RegExp(`Put a dot on .*${label}`) });
    for (let given = 0; given < count; given += 1) await add.click();
  }

  /** Waits until they have so many dots left. */
  async hasDotsLeft(text: string): Promise<void> {
    await expect(this.part.getByText(text, { exact: true })).toBeVisible();
  }

  /** What the countdown of the step says. */
  async countdown(): Promise<string> {
    return this.page.getByRole('banner').getByRole('timer').innerText();
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** A section of the canvas, by its name. */
  section(title: string): Locator {
    return this.page
      .locator('.tl-shape[data-shape-type="frame"]')
      .filter({ has: this.page.locator('.tl-frame-heading', { hasText: title }) })
      .last();
  }

  /** Writes a note in a section of the canvas, at a share of its width and height. */
  async writesIn(title: string, text: string, [across, down] = [0.5, 0.6]): Promise<void> {
    const [section, canvas] = await Promise.all([
      this.section(title).boundingBox(),
      this.person.canvas.boundingBox(),
    ]);
    if (section === null || canvas === null) throw new Error(`There is no section ${title} on screen.`);
    const x = section.x - canvas.x + section.width * (across ?? 0.5);
    const y = section.y - canvas.y + section.height * (down ?? 0.6);
    await this.person.writesNote(text, { x, y });
  }

  /** Opens a tab of the side panel. */
  async opensTab(name: string): Promise<void> {
    const open = this.page.getByRole('button', { name: 'Open the side panel' });
    const tab = this.page.getByRole('tab', { name });
    await expect(open.or(tab).first()).toBeVisible();
    if (await open.isVisible()) await open.click();
    await tab.click();
  }

  /** Jumps to a step of the agenda, as a facilitator. */
  async leadsTo(title: string): Promise<void> {
    await this.opensTab('Agenda');
    await this.page.getByRole('button', { name: new RegExp(`Go to .*${title}`) }).click();
    await this.isIn(title);
  }

  /** Answers the questions about one thing, in their order. */
  async ratesThing(label: string, ...values: readonly string[]): Promise<void> {
    const questions = this.part.getByRole('group').filter({ hasText: label });
    for (const [index, value] of values.entries()) {
      await questions
        .nth(index)
        .getByRole('radio', { name: new RegExp(`^${value.replace('+', '\\+')}(,|$)`) })
        .check({ force: true });
    }
  }

  /** Goes to the next step, as a facilitator. */
  async goesOn(): Promise<void> {
    await this.page.getByRole('button', { name: /^Next: / }).click();
  }
}
