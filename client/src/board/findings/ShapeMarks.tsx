import { findingIds, findingsByTarget, spokenFindings, type Finding } from '@common-ground/templates';
import { FindingMark } from '@common-ground/templates/client';
import { useValue, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { Mark, MarkLayer } from '../canvas/marks/MarkLayer.tsx';
import { useBoundsOnPage } from '../canvas/marks/useBoundsOnPage.ts';
import { useMarks } from './MarksContext.tsx';
import classes from './ShapeMarks.module.css';

/** Marks at the corners of notes, clusters and sections with findings. Parts of a widget are marked by the widget. */
export function ShapeMarks({ editor }: { editor: Editor }) {
  const { findings, highlighted } = useMarks();
  const marked = useValue(
    'marked shapes',
    () => {
      const byTarget = findingsByTarget(findings.get());
      const targets = [...findings.get().flatMap((finding) => finding.targets), ...highlighted.get()];
      const ids = new Set(targets.flatMap((target) => (target.kind === 'shape' ? [target.shapeId] : [])));
      return [...ids].map((id) => ({ id, findings: byTarget.get(`shape:${id}`) ?? [] }));
    },
    [findings, highlighted],
  );
  if (marked.length === 0) return null;
  return (
    <MarkLayer editor={editor}>
      {marked.map(({ id, findings: found }) => (
        <ShapeMark key={id} editor={editor} shapeId={id as TLShapeId} findings={found} />
      ))}
    </MarkLayer>
  );
}

function ShapeMark({
  editor,
  shapeId,
  findings,
}: {
  editor: Editor;
  shapeId: TLShapeId;
  findings: readonly Finding[];
}) {
  const { i18n } = useTranslation();
  const { highlighted } = useMarks();
  const bounds = useBoundsOnPage(editor, shapeId);
  const isHighlighted = useValue(
    'shape is highlighted',
    () => highlighted.get().some((target) => target.kind === 'shape' && target.shapeId === shapeId),
    [highlighted, shapeId],
  );
  const isSection = editor.getShape(shapeId)?.type === 'frame';
  if (bounds === null) return null;
  return (
    <>
      {isHighlighted && (
        <div
          className={classes.highlight}
          data-testid="highlight"
          style={{ left: bounds.x, top: bounds.y, width: bounds.w, height: bounds.h }}
        />
      )}
      {findings.length > 0 && (
        // Comments stand at the upper right. A section has its name at the upper left, so its mark is at its foot, inside.
        <Mark editor={editor} shapeId={shapeId} at={isSection ? 'base' : 'start'}>
          <button
            type="button"
            className={classes.mark}
            data-inside={isSection || undefined}
            aria-label={spokenFindings(findings, i18n.language)}
            data-findings={findingIds(findings)}
            onClick={() => editor.select(shapeId)}
          >
            <FindingMark findings={findings} />
          </button>
        </Mark>
      )}
    </>
  );
}
