import { useTranslation } from 'react-i18next';
import classes from './Writing.module.css';
import type { WritableSection } from './useSections.ts';

/** For which section the next note is. */
export function SectionChoice({
  sections,
  chosen,
  onChoose,
}: {
  sections: readonly WritableSection[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.sections}>
      <legend>{t('workshop.writing.section')}</legend>
      {sections.map(({ key, title }) => (
        <label key={key} className={classes.section}>
          <input
            type="radio"
            name="draft-section"
            value={key}
            checked={key === chosen}
            onChange={() => onChoose(key)}
          />
          <span dir="auto">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
