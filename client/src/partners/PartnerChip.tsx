import type { PartnerColour } from '@common-ground/protocol';
import type { ReactNode } from 'react';
import classes from './PartnerChip.module.css';
import { PartnerMark } from './PartnerMark.tsx';

/** One answer of a choice between partners, as a chip with the partner's colour and initials. */
export function PartnerChip({
  group,
  name,
  colour,
  icon,
  checked,
  onChoose,
}: {
  /** Name that all chips of the choice share. */
  group: string;
  name: string;
  /** None for an answer that is not a partner. */
  colour?: PartnerColour;
  icon?: ReactNode;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label className={classes.chip}>
      <input type="radio" name={group} className={classes.input} checked={checked} onChange={onChoose} />
      {colour === undefined ? icon : <PartnerMark name={name} colour={colour} />}
      <span className={classes.name} dir="auto">
        {name}
      </span>
    </label>
  );
}
