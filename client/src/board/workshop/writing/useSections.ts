import { useValue, type Editor } from '@tldraw/tldraw';

/** A section one can write for. */
export interface WritableSection {
  readonly key: string;
  readonly title: string;
}

/**
 * The sections of a step as they are called on the canvas, without the lanes of other partners; their keys stand in
 * for titles that are not there.
 */
export function useSections(
  editor: Editor | null,
  keys: readonly string[],
  partnerId: string | null,
): readonly WritableSection[] {
  return useValue('sections', () => sectionsOf(editor, keys, partnerId), [editor, keys, partnerId]);
}

function sectionsOf(
  editor: Editor | null,
  keys: readonly string[],
  partnerId: string | null,
): WritableSection[] {
  const frames = (editor?.getCurrentPageShapes() ?? []).filter((shape) => shape.type === 'frame');
  const sections = keys.map((key) => {
    const frame = frames.find((shape) => shape.meta['section'] === key);
    const title = (frame?.props as { name?: string } | undefined)?.name ?? '';
    return { key, title: title || key, lane: frame?.meta['partnerId'] ?? null };
  });
  const open = sections.filter(({ lane }) => lane === null || lane === partnerId);
  return (open.length > 0 ? open : sections).map(({ key, title }) => ({ key, title }));
}
