import { expect, test } from 'vitest';
import readme from '../README.md?raw';
// oxlint-disable-next-line import/default -- with ?raw the module is the file's text
import source from './readme.test.ts?raw';

test('the README shows the example that runs', () => {
  const [, run = ''] = source.split('// README begins\n');
  const [body = ''] = run.split('// README ends');
  const [, shown = ''] = readme.split('```ts\n');
  const [example = ''] = shown.split('```');
  expect(example.trim()).toBe(body.replace(/^ {2}/gm, '').trim());
});
