import { initialsOf } from '@common-ground/protocol';
import { partnerCss } from '../../partners/partnerStyles.ts';
import classes from './Avatar.module.css';
import type { PresentPerson } from './model.ts';

/**
 * A person's initials in their partner's colour; decoration beside their name. Drawn, not written: a button that is called
 * "Follow Ben Bo" would say "BB" to the eye, which voice control would look for in its name.
 * https://www.w3.org/WAI/WCAG22/Understanding/label-in-name
 */
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
      data-initials={initialsOf(name)}
    />
  );
}
