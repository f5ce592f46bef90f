import { describe, expect, it } from 'vitest';
import { readProjectFile } from './projectFiles.ts';

const readme = readProjectFile('README.md');

describe('README.md', () => {
  it('names two commands and no more', () => {
    const blocks = [...readme.matchAll(/^```sh\n([^`]*)```/gm)].map(([, commands]) => commands?.trim());
    expect(blocks).toEqual(['npm start', 'npm test']);
  });

  it('describes every variable of .env.example, with the same default', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (\S[^|]*?) +\|/gm)];
    const described = rows.map(([, name, value]) => [name, value?.startsWith('`') ? value.slice(1, -1) : '']);
    const examples = [...readProjectFile('.env.example').matchAll(/^# ([A-Z_]+)=(.*)$/gm)];
    // PUBLIC_URL has an example there rather than a default: without it, the address that was used counts.
    const expected = examples.map(([, name, value]) => [name, name === 'PUBLIC_URL' ? '' : value]);
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(expected));
  });
});
