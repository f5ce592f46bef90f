import { describe, expect, it } from 'vitest';
import board from './en/board.json';
import home from './en/home.json';

/** Every module's text, by its path under `src/`. */
const sources = new Map(
  Object.entries(
    import.meta.glob<string>('/client/src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
  ).map(([path, text]) => [path.replace('/client/src/', ''), text.replace(/\/\*.*?\*\//gs, '')]),
);

/** Modules that can be on screen before a board's words are there: all from `main.tsx` on, up to those that bring them. */
function modulesBeforeBoardTexts(): string[] {
  const found = new Set<string>();
  const open = ['main.tsx'];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = sources.get(path) ?? '';
    if (found.has(path) || text.includes('/boardTexts.ts')) continue;
    found.add(path);
    for (const [, imported] of text.matchAll(/(?:from |import\(?)'(\.{1,2}\/[^']+\.tsx?)'/g)) {
      open.push(new URL(imported ?? '', `file:///${path}`).pathname.slice(1));
    }
  }
  return [...found];
}

describe('the words of the home page', () => {
  const modules = modulesBeforeBoardTexts();

  it('are said by the home page, joining and the pages for problems', () => {
    expect(modules).toEqual(
      expect.arrayContaining(['home/HomePage.tsx', 'join/JoinPage.tsx', 'errors/ProblemPage.tsx']),
    );
    expect(modules).not.toContain('board/BoardView.tsx');
  });

  it('are all they say', () => {
    const boardKey = new RegExp(`['\`](?:${Object.keys(board).join('|')})\\.\\w[^'\`]*`, 'g');
    const strange = modules.flatMap((path) =>
      [...(sources.get(path) ?? '').matchAll(boardKey)].map(([key]) => `${path}: ${key}`),
    );
    expect(strange).toEqual([]);
  });

  it('have no part in common with the words of a board', () => {
    expect(Object.keys(home).filter((part) => part in board)).toEqual([]);
  });
});
