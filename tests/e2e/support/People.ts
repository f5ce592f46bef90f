import type { Role } from '@common-ground/protocol';
import type { BrowserContextOptions, Page } from '@playwright/test';
import type { BrowserPool } from './BrowserPool.ts';
import type { CreatedBoard } from './createBoard.ts';
import { Person } from './Person.ts';
import { watchPage } from './watchPage.ts';

/** How somebody joins. */
export interface Joining {
  readonly name: string;
  readonly partner?: string;
  /** Whose link they were sent; contributor unless said. */
  readonly role?: Role;
}

/** Everybody who takes part in a test, each in a browser of their own. */
export class People {
  readonly #browsers: BrowserPool;
  readonly #options: BrowserContextOptions;
  readonly #problems: string[];
  readonly #leaving: (() => Promise<void>)[] = [];

  /** @param problems where console errors and the like are gathered */
  constructor(browsers: BrowserPool, options: BrowserContextOptions, problems: string[]) {
    this.#browsers = browsers;
    this.#options = options;
    this.#problems = problems;
  }

  /** Somebody with an empty browser, who has not opened anything yet. */
  async arrive(name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.#browsers.take({ ...this.#options, ...options });
    const watch = (page: Page) => watchPage(page, name, this.#problems);
    context.on('page', watch);
    this.#leaving.push(async () => {
      context.off('page', watch);
      await this.#browsers.giveBack(context);
    });
    return new Person(name, await context.newPage());
  }

  /** Somebody who opens a link, says who they are and is on the board. */
  async join(board: CreatedBoard, joining: Joining, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.arrive(joining.name, options);
    await person.page.goto(board.links[joining.role ?? 'contributor']);
    await fillJoinForm(person.page, joining);
    await person.isOnBoard();
    return person;
  }

  /** Everybody closes their browser. */
  async leave(): Promise<void> {
    await Promise.all(this.#leaving.map((leaves) => leaves()));
  }
}

/** Fills in the join page and sends it. */
export async function fillJoinForm(page: Page, { name, partner }: Joining): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  if (partner !== undefined) await page.getByRole('radio', { name: partner }).check({ force: true });
  await page.getByRole('button', { name: 'Join the board' }).click();
}
