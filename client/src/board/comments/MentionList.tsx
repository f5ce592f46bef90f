import { useTranslation } from 'react-i18next';
import { Avatar } from '../chrome/Avatar.tsx';
import classes from './comments.module.css';
import type { CommentAuthor } from './CommentsContext.tsx';

/** People who can be mentioned, under the field; the field keeps the focus. */
export function MentionList({
  id,
  people,
  active,
  onPick,
}: {
  id: string;
  people: readonly CommentAuthor[];
  /** Which of them Enter takes. */
  active: number;
  onPick: (person: CommentAuthor) => void;
}) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
    <div id={id} role="listbox" aria-label={t('comments.mention')} className={classes.mentions}>
      {people.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above; an option holds no picture
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // Before the field would lose its focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(person);
          }}
        >
          <Avatar person={person} size={22} />
          <span dir="auto">{person.name}</span>
          {person.partner !== null && <small dir="auto">{person.partner.name}</small>}
        </div>
      ))}
    </div>
  );
}
