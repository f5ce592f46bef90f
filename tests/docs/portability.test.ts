import { describe, expect, it } from 'vitest';
import { projectFiles, projectRoot, readProjectFile } from './projectFiles.ts';

const isText = (path: string) => !/\.(png|jpe?g|gif|webp|avif|woff2?|ico|bin)$/.test(path);

describe('the project', () => {
  it('does not know in which folder it lies', () => {
    const folder = projectRoot.replace(/[/\\]$/, '');
    // A folder right below the root, such as /app in a container, is too common a word to look for.
    const isTelling = folder.split(/[/\\]/).filter(Boolean).length > 1;
    const telling = projectFiles().filter(
      (path) => isTelling && isText(path) && readProjectFile(path).includes(folder),
    );
    expect(telling).toEqual([]);
  });

  it('takes every dependency from whichever registry npm is set to', () => {
    expect(readProjectFile('pnpm-lock.yaml')).not.toMatch(/tarball: *['"]?https?:/);
    const npmrc = projectFiles().filter((path) => path.endsWith('.npmrc'));
    expect(npmrc.map(readProjectFile).join('\n')).not.toContain('registry');
  });
});
