import { initialsOf, partnerColours, type PartnerColour } from '@common-ground/protocol';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ColourChoice.module.css';
import { partnerCss } from './partnerStyles.ts';

/** Twelve colours to choose one from; a colour that another partner has shows that partner's initials. */
export function ColourChoice({
  name,
  value,
  others,
  canSwap,
  onChange,
}: {
  /** Of the partner that gets the colour. */
  name: string;
  value: PartnerColour;
  others: readonly { readonly name: string; readonly colour: PartnerColour }[];
  /** Whether a colour that another partner has can be chosen too. */
  canSwap: boolean;
  onChange: (colour: PartnerColour) => void;
}) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('join.partnerColour')}</legend>
      {partnerColours.map((colour) => {
        const owner = others.find((other) => other.colour === colour);
        const label =
          owner === undefined ? t(`colours.${colour}`) : `${t(`colours.${colour}`)} (${owner.name})`;
        return (
          <label
            key={colour}
            className={classes.swatch}
            title={label}
            style={{ background: partnerCss(colour, 'fill'), color: partnerCss(colour, 'text') }}
          >
            <input
              type="radio"
              name={group}
              className={classes.input}
              checked={colour === value}
              disabled={owner !== undefined && !canSwap}
              aria-label={label}
              onChange={() => onChange(colour)}
            />
            <span aria-hidden="true">{initialsOf(colour === value ? name : (owner?.name ?? ''))}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
