import { initialsOf, type PartnerColour } from '@common-ground/protocol';
import type { CSSProperties } from 'react';
import classes from './PartnerMark.module.css';
import { partnerCss } from './partnerStyles.ts';

/** A partner's colour with its initials in it; decoration beside the partner's name. */
export function PartnerMark({
  name,
  colour,
  size = 24,
}: {
  name: string;
  colour: PartnerColour;
  size?: number;
}) {
  const style = {
    '--mark-size': `${size}px`,
    background: partnerCss(colour, 'fill'),
    color: partnerCss(colour, 'text'),
  } as CSSProperties;
  return (
    <span className={classes.mark} style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
