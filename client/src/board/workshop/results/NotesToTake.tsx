import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { useSectionNotes } from '../useSectionNotes.ts';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { newAction } from './newAction.ts';

/** Notes on the board that say what is to be done, as long as no action is about them: one press makes an action of one. */
export function NotesToTake({ sectionKeys }: { sectionKeys: readonly string[] }) {
  const { t } = useTranslation();
  const { editor } = useWorkshopTools();
  const view = useWorkshopView();
  const give = useGive();
  const taken = new Set(view?.outcomes.actions.map(({ aboutId }) => aboutId));
  const notes = useSectionNotes(editor, sectionKeys).filter(({ itemId }) => !taken.has(itemId));
  if (view === null || view.you.role === 'observer' || notes.length === 0) return null;
  const take = (aboutId: string, what: string) => void give(newAction(what, aboutId));
  return (
    <section className={parts.section} aria-labelledby="notes-to-take">
      <h3 id="notes-to-take">{t('workshop.results.notesToTake')}</h3>
      <ul className={parts.list}>
        {notes.map(({ itemId, label }) => (
          <li key={itemId} className={parts.row} style={{ flexWrap: 'nowrap' }}>
            <span style={{ flex: 1 }} dir="auto">
              {label}
            </span>
            <Button
              size="xs"
              variant="default"
              style={{ flex: 'none' }}
              aria-label={t('workshop.results.takeNamed', { text: isolate(label) })}
              onClick={() => take(itemId, label)}
            >
              {t('workshop.results.take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
