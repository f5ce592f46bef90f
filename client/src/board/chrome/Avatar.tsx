import { initialsOf } from '@common-ground/protocol';
import { partnerCss } from '../../partners/partnerStyles.ts';
import classes from './Avatar.module.css';
import type { PresentPerson } from './model.ts';

/** A person's initials in their partner's colour; decoration beside their name. */
export function Avatar({
  person,
  size = 30,
}: {
  person: Pick<PresentPerson, 'name' | 'partner'>;
  size?: number;
}) {
  const { name, partner } = person;
  const colours =
    partner === null
      ? {}
      : { background: partnerCss(partner.colour, 'fill'), color: partnerCss(partner.colour, 'text') };
  return (
    <span
      className={classes.avatar}
      style={{ width: size, height: size, fontSize: size * 0.4, ...colours }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
