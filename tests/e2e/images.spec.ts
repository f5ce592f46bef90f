import { png } from '../integration/support/images.ts';
import { expect, test } from './support/test.ts';

/** What stands behind a picture's end is not looked at, and makes it long enough to show how far it is. */
const picture = Buffer.concat([png(600, 400), Buffer.alloc(300_000)]);

test.describe('an image on a slow line', () => {
  test('shows how far it is, and is there for everybody in the end', async ({ people, createBoard }) => {
    const board = await createBoard({});
    const anna = await people.join(board, { name: 'Anna' });
    const ben = await people.join(board, { name: 'Ben' });
    const network = await anna.page.context().newCDPSession(anna.page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput: picture.length / 3,
    });
    await anna.pastesImage(picture);
    const notices = anna.page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('Adding picture.png');
    const progress = notices.getByRole('progressbar');
    await expect(async () => {
      const part = Number(await progress.getAttribute('value'));
      expect(part).toBeGreaterThan(0.1);
      expect(part).toBeLessThan(1);
    }).toPass({ intervals: [50] });
    await anna.page.screenshot({ path: '../test-results/pictures/image-progress.png' });
    await expect(progress).toBeHidden();
    await expect
      .poll(() => ben.page.locator('.tl-image').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(600);
  });
});

test.describe('an image that does not get through', () => {
  test.use({ allowedProblems: [/Failed to load resource/] });

  test('stays, says why, and is sent again on request', async ({ people, createBoard }) => {
    const board = await createBoard({});
    const anna = await people.join(board, { name: 'Anna' });
    const ben = await people.join(board, { name: 'Ben' });
    await anna.page.route('**/assets', (route) => route.abort());
    await anna.pastesImage(picture);
    const notices = anna.page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('picture.png is not on the server yet');
    await expect(notices).toContainText('The server cannot be reached.');
    await expect(anna.page.locator('.tl-image')).toBeVisible();
    await anna.page.screenshot({ path: '../test-results/pictures/image-failed.png' });
    await anna.page.unroute('**/assets');
    await notices.getByRole('button', { name: 'Try again' }).click();
    await expect(notices).not.toContainText('picture.png');
    await expect
      .poll(() => ben.page.locator('.tl-image').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(600);
  });

  test('is taken off the board if it is given up', async ({ people, createBoard }) => {
    const board = await createBoard({});
    const anna = await people.join(board, { name: 'Anna' });
    await anna.page.route('**/assets', (route) =>
      route.fulfill({ status: 413, json: { code: 'asset_too_large', message: 'Too large.' } }),
    );
    await anna.pastesImage(picture);
    const notices = anna.page.getByRole('region', { name: 'Notices' });
    await notices.getByRole('button', { name: 'Take off the board' }).click();
    await expect(anna.page.locator('.tl-shape')).toHaveCount(0);
    await expect(notices).not.toContainText('picture.png');
    await anna.isSaved();
  });
});
