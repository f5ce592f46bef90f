import { isRevealed, missedDateOf } from '@common-ground/templates';
import { createdOf } from '@common-ground/board';
import type { OpenDate } from '@common-ground/workshop';
import { VisuallyHidden } from '@mantine/core';
import { IconClockPlus } from '@tabler/icons-react';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { Mark, MarkLayer } from '../canvas/marks/MarkLayer.tsx';
import { useWorkshopView } from '../workshop/WorkshopContext.tsx';
import classes from './LateNotes.module.css';

/** A quiet mark on notes that came after the date until which their step was open. */
export function LateNotes({ editor }: { editor: Editor }) {
  const view = useWorkshopView();
  const dates = view === null || view.agenda.phase === 'idle' ? undefined : view.agenda.openDates;
  if (dates === undefined || dates.length === 0) return null;
  return <Marks editor={editor} dates={dates} />;
}

function Marks({ editor, dates }: { editor: Editor; dates: readonly OpenDate[] }) {
  const { t, i18n } = useTranslation();
  const late = useValue(
    'late notes',
    () =>
      editor.getCurrentPageShapes().flatMap(({ id, meta, type }) => {
        const missed = type === 'note' ? missedDateOf(meta, dates) : null;
        // When it was written unseen is not known: its time is that of the reveal.
        const at = isRevealed(meta) ? null : createdOf(meta).at;
        return missed === null ? [] : [{ id, at, missed }];
      }),
    [editor, dates],
  );
  if (late.length === 0) return null;
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <MarkLayer editor={editor}>
      {late.map(({ at, id, missed }) => {
        const until = format.format(missed);
        const told =
          at === null
            ? t('workshop.openUntil.lateUnseen', { until })
            : t('workshop.openUntil.late', { when: format.format(at), until });
        return (
          <Mark key={id} editor={editor} shapeId={id} at="end">
            <span className={classes.mark} title={told}>
              <IconClockPlus size={16} stroke={1.8} aria-hidden="true" />
              <VisuallyHidden>{told}</VisuallyHidden>
            </span>
          </Mark>
        );
      })}
    </MarkLayer>
  );
}
