import type { Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { MarkLayer } from '../canvas/marks/MarkLayer.tsx';
import { useBoundsOnPage } from '../canvas/marks/useBoundsOnPage.ts';
import type { ChangeItem } from './ChangeItem.ts';
import classes from './ChangeMarks.module.css';
import { changeIcons } from './changeStyles.ts';

/** More marks than this at once say nothing more; the list has them all. */
const mostMarks = 400;

/** Marks on the canvas around what changed, each with sign and word. The list says the same to screen readers. */
export function ChangeMarks({
  editor,
  items,
  currentId,
}: {
  editor: Editor;
  items: readonly ChangeItem[];
  currentId: string | null;
}) {
  const marked = items.filter(({ shapeId }) => shapeId !== null);
  return (
    <MarkLayer editor={editor}>
      {marked.slice(0, mostMarks).map((item) => (
        <Outline key={item.id} editor={editor} item={item} isCurrent={item.id === currentId} />
      ))}
    </MarkLayer>
  );
}

function Outline({ editor, item, isCurrent }: { editor: Editor; item: ChangeItem; isCurrent: boolean }) {
  const { t } = useTranslation();
  const { kind, shapeId } = item;
  const place = useBoundsOnPage(editor, shapeId);
  if (place === null) return null;
  const Icon = changeIcons[kind];
  return (
    <div
      className={classes.mark}
      aria-hidden="true"
      data-kind={kind}
      data-current={isCurrent || undefined}
      style={{ left: place.x, top: place.y, width: place.w, height: place.h }}
    >
      <span className={classes.label}>
        <Icon size={14} stroke={2} aria-hidden="true" />
        {t(`changes.kinds.${kind}`)}
      </span>
    </div>
  );
}
