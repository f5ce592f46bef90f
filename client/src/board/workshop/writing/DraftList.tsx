import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { DraftRow } from './DraftRow.tsx';
import type { Told } from './KeptDraft.ts';
import type { OwnDraft } from './OwnDrafts.ts';
import type { WritableSection } from './useSections.ts';
import classes from './Writing.module.css';

/** The notes so far, by section, the newest first. */
export function DraftList({
  drafts,
  sections,
  told,
  canWrite,
}: {
  drafts: readonly OwnDraft[];
  sections: readonly WritableSection[];
  told: Told;
  canWrite: boolean;
}) {
  const { t } = useTranslation();
  if (drafts.length === 0)
    return canWrite ? <p className={parts.muted}>{t('workshop.writing.empty')}</p> : null;
  const numbers = new Map(drafts.map(({ draftId }, index) => [draftId, index + 1]));
  const known = new Set(sections.map(({ key }) => key));
  const others = drafts.filter(({ sectionKey }) => !known.has(sectionKey));
  return [...sections, ...others.map(({ sectionKey }) => ({ key: sectionKey, title: sectionKey }))]
    .map((section) => ({ section, own: drafts.filter(({ sectionKey }) => sectionKey === section.key) }))
    .filter(({ own }) => own.length > 0)
    .map(({ section, own }) => (
      <section key={section.key} className={classes.group} aria-label={section.title}>
        {sections.length > 1 && (
          <h3 className={classes.groupTitle} dir="auto">
            {section.title}
          </h3>
        )}
        <ul className={parts.list}>
          {own.toReversed().map((draft) => (
            <li key={draft.draftId}>
              <DraftRow
                draft={draft}
                number={numbers.get(draft.draftId) ?? 0}
                sections={sections}
                told={told}
                canWrite={canWrite}
              />
            </li>
          ))}
        </ul>
      </section>
    ));
}
