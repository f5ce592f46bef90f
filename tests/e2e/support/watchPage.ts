import type { Page } from '@playwright/test';

/**
 * Gathers what must not happen while somebody uses a page: errors on the console, errors nobody caught, and requests
 * to other hosts (a board works without the internet).
 *
 * @param problems where they are added, with who it happened to
 */
export function watchPage(page: Page, who: string, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${who}: uncaught ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    problems.push(`${who}: ${message.text()}${url ? ` (${url})` : ''}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isElsewhere = protocol.startsWith('http') && hostname !== '127.0.0.1';
    if (isElsewhere) problems.push(`${who}: asked another host, ${request.url()}`);
  });
}
