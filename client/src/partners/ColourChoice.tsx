import { initialsOf, partnerColours, type PartnerColour } from '@common-ground/protocol';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ColourChoice.module.css';
import { partnerCss } from './partnerStyles.ts';

/** Twelve colours to choose one from, each with the partner's initials in it; colours others have are marked. */
export function ColourChoice({
  name,
  value,
  taken,
  onChange,
}: {
  name: string;
  value: PartnerColour;
  taken: readonly PartnerColour[];
  onChange: (colour: PartnerColour) => void;
}) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('join.partnerColour')}</legend>
      {partnerColours.map((colour) => (
        <label
          key={colour}
          className={classes.swatch}
          title={t(`colours.${colour}`)}
          data-taken={taken.includes(colour) || undefined}
          style={{ background: partnerCss(colour, 'fill'), color: partnerCss(colour, 'text') }}
        >
          <input
            type="radio"
            name={group}
            className={classes.input}
            checked={colour === value}
            aria-label={t(`colours.${colour}`)}
            onChange={() => onChange(colour)}
          />
          <span aria-hidden="true">{initialsOf(name)}</span>
        </label>
      ))}
    </fieldset>
  );
}
