import { describe, expect, it } from 'vitest';
import { linesOfPrompt } from './linesOfPrompt.ts';

const empty = { scale: 1, y: 24, w: 600, frameH: 1000, othersY: [] };

describe('a prompt', () => {
  it('is drawn as it is where it can be read', () => {
    expect(linesOfPrompt({ ...empty, zoom: 1 })).toBeNull();
    expect(linesOfPrompt({ ...empty, zoom: 0.55 })).toBeNull();
    expect(linesOfPrompt({ ...empty, zoom: 0.4, scale: 2 })).toBeNull();
  });

  it('has the whole of an empty section from afar', () => {
    // (1000 - 24 - 8) × 0.2 are 193.6 px, and a line takes 17.55 px.
    expect(linesOfPrompt({ ...empty, zoom: 0.2 })).toBe(11);
  });

  it('ends above the topmost note', () => {
    expect(linesOfPrompt({ ...empty, zoom: 0.4, othersY: [500, 80] })).toBe(1);
    expect(linesOfPrompt({ ...empty, zoom: 0.2, othersY: [500, 80] })).toBe(0);
  });

  it('steps aside for a note that lies on it', () => {
    expect(linesOfPrompt({ ...empty, zoom: 0.4, othersY: [10] })).toBe(0);
  });

  it('is left out where its section is too narrow on screen for words', () => {
    expect(linesOfPrompt({ ...empty, zoom: 0.13 })).toBeGreaterThan(0);
    expect(linesOfPrompt({ ...empty, zoom: 0.1 })).toBe(0);
  });
});
