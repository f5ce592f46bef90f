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

  /** Goes to the next step, as a facilitator. */
  async goesOn(): Promise<void> {
    await this.page.getByRole('button', { name: /^Next: / }).click();
  }
}
