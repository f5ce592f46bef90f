import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, projectRoot, readProjectFile } from './projectFiles.ts';

const tree = readProjectFile('docs/ARCHITECTURE.md').split('```')[1] ?? '';
const listed = [...tree.matchAll(/^(\S+)\/ +\S/gm)].map(([, folder]) => folder ?? '');

describe('the tree in ARCHITECTURE.md', () => {
  it('lists folders that exist', () => {
    expect(listed.length).toBeGreaterThan(5);
    const missing = listed.filter((folder) => !existsSync(join(projectRoot, folder)));
    expect(missing).toEqual([]);
  });

  it('leaves no package out', () => {
    const packages = readdirSync(join(projectRoot, 'packages')).map((name) => `packages/${name}`);
    expect(listed.filter((folder) => folder.startsWith('packages/')).toSorted()).toEqual(packages.toSorted());
  });

  it('leaves no kind of test out', () => {
    const kinds = new Set(
      projectFiles('tests').flatMap((path) => /^tests.[^/\\]+(?=[/\\])/.exec(path) ?? []),
    );
    expect(listed).toEqual(expect.arrayContaining([...kinds]));
  });
});
