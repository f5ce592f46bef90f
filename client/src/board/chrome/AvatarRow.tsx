import type { ParticipantId } from '@common-ground/protocol';
import { Menu, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../texts/isolate.ts';
import { UnreadMark } from '../news/UnreadMark.tsx';
import { Avatar } from './Avatar.tsx';
import classes from './AvatarRow.module.css';
import type { PresentPerson } from './model.ts';

const shownAtOnce = 5;

/** Who is here, you last; pressing somebody follows them, and those there is no room for are in a menu. */
export function AvatarRow({
  people,
  following,
  unread,
  onFollow,
}: {
  people: readonly PresentPerson[];
  following: ParticipantId | null;
  /** Who did something while this person was away. */
  unread: ReadonlySet<ParticipantId>;
  /** Null to stop following. */
  onFollow: (id: ParticipantId | null) => void;
}) {
  const { t } = useTranslation();
  const others = people.filter(({ isYou }) => !isYou);
  const shown = others.slice(0, shownAtOnce);
  const more = others.slice(shownAtOnce);
  if (others.length === 0) return null;

  return (
    <ul className={classes.row} aria-label={t('board.people')}>
      {shown.map((person) => (
        <li key={person.id} className={classes.place}>
          <FollowButton
            person={person}
            isFollowed={person.id === following}
            onFollow={() => onFollow(person.id === following ? null : person.id)}
          />
          {unread.has(person.id) && (
            <span className={classes.unread}>
              <UnreadMark />
            </span>
          )}
        </li>
      ))}
      {more.length > 0 && (
        <li>
          <Menu position="bottom-end" width={260}>
            <Menu.Target>
              <button
                type="button"
                className={classes.more}
                aria-label={t('board.morePeople', { count: more.length })}
              >
                +{more.length}
              </button>
            </Menu.Target>
            <Menu.Dropdown className={classes.menu}>
              {more.map((person) => (
                <Menu.Item
                  key={person.id}
                  leftSection={<Avatar person={person} size={24} />}
                  onClick={() => onFollow(person.id)}
                >
                  <span className={classes.name} dir="auto">
                    {person.name}
                  </span>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </li>
      )}
    </ul>
  );
}

function FollowButton({
  person,
  isFollowed,
  onFollow,
}: {
  person: PresentPerson;
  isFollowed: boolean;
  onFollow: () => void;
}) {
  const { t } = useTranslation();
  const name = isolate(person.name);
  const hint = t(isFollowed ? 'board.unfollow' : 'board.follow', { name });
  return (
    <Tooltip
      label={person.partner === null ? hint : `${hint} · ${isolate(person.partner.name)}`}
      multiline
      maw={280}
    >
      <button
        type="button"
        className={classes.person}
        aria-label={t('board.follow', { name })}
        aria-pressed={isFollowed}
        onClick={onFollow}
      >
        <Avatar person={person} />
      </button>
    </Tooltip>
  );
}
