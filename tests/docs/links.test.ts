import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, projectRoot, readProjectFile } from './projectFiles.ts';

const pages = projectFiles().filter((path) => path.endsWith('.md'));

describe('documents', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const targets = [...readProjectFile(page).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(
      ([, target]) => target ?? '',
    );
    const local = targets.filter((target) => !/^[a-z]+:/.test(target));
    const missing = local.filter((target) => !existsSync(join(projectRoot, dirname(page), target)));
    expect(missing).toEqual([]);
  });
});
