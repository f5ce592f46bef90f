import type { Box, LayoutItem, NoteItem, SectionItem } from '@common-ground/board';
import type { Cell } from './columnsBand.ts';
import { heightForNoteRows, inset, noteGap, notesAcross, noteSide, onGrid } from './grid.ts';
import { measureTextHeight } from './measureText.ts';

/** A section before it has a place. */
export type SectionContent = Omit<SectionItem, 'kind' | keyof Box>;

/** Something drawn across a section, below its prompt and above its notes. */
export interface Inlay {
  height(w: number): number;
  /** @param place its `h` is the height asked for, and what the section has to spare */
  draw(place: Box): readonly LayoutItem[];
}

/** A section as a cell, high enough for its prompt, its inlay and so many notes: in two rows or more, below an inlay in one. */
export function sectionCell(content: SectionContent, notes: number, inlay?: Inlay): Cell {
  const minH = remembered((w) => {
    const inlayH = inlayRoom(inlay, w);
    const rows = Math.max(inlayH === 0 ? 2 : 1, Math.ceil(notes / notesAcross(w)));
    return promptRoom(content.prompt, w) + inlayH + heightForNoteRows(rows);
  });
  return {
    minH,
    draw: (box) => {
      const w = box.w - 2 * inset;
      const h = (inlay?.height(w) ?? 0) + Math.max(0, box.h - onGrid(minH(box.w)));
      const place = { x: box.x + inset, y: box.y + promptRoom(content.prompt, box.w), w, h };
      return [{ kind: 'section', ...box, ...content }, ...(inlay?.draw(place) ?? [])];
    },
  };
}

/** Asks once for each width: while a layout is tried out, a cell is asked for its height again and again. */
function remembered(heightAt: (w: number) => number): (w: number) => number {
  const heights = new Map<number, number>();
  return (w) => {
    const h = heights.get(w) ?? heightAt(w);
    heights.set(w, h);
    return h;
  };
}

/** The height at a section's top that its prompt takes in tldraw's size m, with free space around it. */
export function promptRoom(prompt: string, w: number): number {
  if (prompt === '') return inset;
  return onGrid(24 + measureTextHeight(prompt, w - 2 * inset, { size: 'm' }) + 24);
}

/** Notes to begin with, laid in a row: suggestions that the group changes. They take room of the section's notes. */
export function starterNotes(sectionKey: string, texts: readonly string[]): Inlay {
  return {
    height: () => 0,
    draw: ({ x, y, w }) => {
      const across = notesAcross(w + 2 * inset);
      return texts.map((text, index): NoteItem => {
        const column = index % across;
        const row = Math.floor(index / across);
        const pitch = noteSide + noteGap;
        const key = `${sectionKey}:note${index + 1}`;
        return { kind: 'note', key, x: x + column * pitch, y: y + row * pitch, text, colour: 'yellow' };
      });
    },
  };
}

function inlayRoom(inlay: Inlay | undefined, w: number): number {
  const h = inlay?.height(w - 2 * inset) ?? 0;
  return h === 0 ? 0 : onGrid(h + inset);
}
