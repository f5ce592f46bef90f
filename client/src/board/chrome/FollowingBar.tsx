import { useTranslation } from 'react-i18next';
import { partnerCss } from '../../partners/partnerStyles.ts';
import { isolate } from '../../texts/isolate.ts';
import classes from './FollowingBar.module.css';
import type { PresentPerson } from './model.ts';

/** A frame around the canvas in the colour of the person one follows, with the way out. */
export function FollowingBar({ person, onStop }: { person: PresentPerson; onStop: () => void }) {
  const { t } = useTranslation();
  const colours: Record<string, string> =
    person.partner === null
      ? {}
      : {
          '--follow-line': partnerCss(person.partner.colour, 'solid'),
          '--follow-fill': partnerCss(person.partner.colour, 'fill'),
          '--follow-text': partnerCss(person.partner.colour, 'text'),
        };
  return (
    <div className={classes.frame} style={colours}>
      <output className={classes.bar}>
        <span className={classes.text}>{t('board.following', { name: isolate(person.name) })}</span>
        <button type="button" className={classes.stop} onClick={onStop}>
          {t('board.stopFollowing')}
        </button>
      </output>
    </div>
  );
}
