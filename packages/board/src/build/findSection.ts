import type { BoardDocument } from '../document/BoardDocument.ts';
import { launchesOf } from './launches.ts';
import type { PlacedShape } from './placedShapes.ts';

/**
 * The section of a key: of several, the one of the template's newest launch, then of the newest launch of any; null when
 * there is none. Sections people copied keep their key, and the first by id is taken, so that everybody finds the same.
 */
export function findSection(
  board: BoardDocument,
  shapes: readonly PlacedShape[],
  sectionKey: string,
  templateId: string | null,
): PlacedShape | null {
  const launches = launchesOf(board.doc);
  const ranked = [...launches.filter((launch) => launch.templateId === templateId), ...launches];
  const rankOf = ({ meta, parentId }: PlacedShape): number => {
    const at = ranked.findIndex(({ commandId }) => commandId === meta['launch']);
    const rank = at < 0 ? ranked.length : at;
    // One that somebody took off its page comes after those that stand where they were laid.
    return parentId.startsWith('page:') ? rank : rank + ranked.length + 1;
  };
  const sections = shapes.filter(({ type, meta }) => type === 'frame' && meta['section'] === sectionKey);
  const [first] = sections.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
  return first ?? null;
}
