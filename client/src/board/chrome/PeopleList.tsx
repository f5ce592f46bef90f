import type { ParticipantId, Partner } from '@common-ground/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartnerMark } from '../../partners/PartnerMark.tsx';
import { isolate } from '../../texts/isolate.ts';
import { TargetMark } from '../findings/TargetMark.tsx';
import { Avatar } from './Avatar.tsx';
import type { BoardPerson } from './model.ts';
import { peopleByPartner } from './peopleByPartner.ts';
import classes from './PeopleList.module.css';

/** Everybody on the board by partner, with role and whether they are here; pressing somebody follows them. */
export function PeopleList({
  partners,
  people,
  following,
  signs,
  actions,
  onFollow,
}: {
  partners: readonly Partner[];
  people: readonly BoardPerson[];
  following: ParticipantId | null;
  /** What the workshop says of somebody, beside their name. */
  signs?: (person: BoardPerson) => ReactNode;
  /** What can be done about somebody, behind their row. */
  actions?: (person: BoardPerson) => ReactNode;
  onFollow: (id: ParticipantId | null) => void;
}) {
  const { t } = useTranslation();
  return peopleByPartner(partners, people).map(({ partner, people: members }) => (
    <section key={partner?.id ?? ''} className={classes.group}>
      <h2 className={classes.partner}>
        {partner !== null && <PartnerMark name={partner.name} colour={partner.colour} size={22} />}
        <span className={classes.name} dir="auto">
          {partner?.name ?? t('panel.noPartner')}
        </span>
        {partner !== null && <TargetMark target={{ kind: 'partner', partnerId: partner.id }} />}
        <span className={classes.count}>
          {t('panel.here', { count: members.filter(({ isHere }) => isHere).length })}
        </span>
      </h2>
      {members.length === 0 ? (
        <p className={classes.nobody}>{t('panel.peopleNone')}</p>
      ) : (
        <ul className={classes.people}>
          {members.map((person) => (
            <li key={person.id} className={classes.row}>
              <PersonRow
                person={person}
                sign={signs?.(person)}
                isFollowed={person.id === following}
                onFollow={() => onFollow(person.id === following ? null : person.id)}
              />
              {actions?.(person)}
            </li>
          ))}
        </ul>
      )}
    </section>
  ));
}

function PersonRow({
  person,
  sign,
  isFollowed,
  onFollow,
}: {
  person: BoardPerson;
  sign: ReactNode;
  isFollowed: boolean;
  onFollow: () => void;
}) {
  const { t } = useTranslation();
  const { name, role, isYou, isHere } = person;
  const content = (
    <>
      <Avatar person={person} size={26} />
      <span className={classes.name} dir="auto">
        {isYou ? t('board.youNamed', { name: isolate(name) }) : name}
      </span>
      {sign}
      <span className={classes.role}>{isHere ? t(`roles.${role}`) : t('panel.away')}</span>
    </>
  );
  if (isYou || !isHere) {
    return (
      <div className={classes.person} data-away={!isHere || undefined}>
        {content}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes.person}
      aria-pressed={isFollowed}
      title={t(isFollowed ? 'board.unfollow' : 'board.follow', { name: isolate(name) })}
      onClick={onFollow}
    >
      {content}
    </button>
  );
}
