import { mayComment, mayFacilitate, type Comment, type ThreadId } from '@common-ground/protocol';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.tsx';
import { formatAgo } from '../../texts/formatAgo.ts';
import { isolate } from '../../texts/isolate.ts';
import { Avatar } from '../chrome/Avatar.tsx';
import { CommentComposer } from './CommentComposer.tsx';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';
import { CommentText } from './CommentText.tsx';

/** One comment of a thread, with what its reader may do about it. */
export function CommentItem({
  threadId,
  comment,
  isWaiting,
}: {
  threadId: ThreadId;
  comment: Comment;
  /** Whether it is on this device only. */
  isWaiting: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { authors, desk } = useComments();
  const { now } = useServices();
  const [isEditing, setEditing] = useState(false);
  const { id: commentId, by, at, text, rev, editedAt, removedBy } = comment;
  const author = authors.get(by);
  const name = author?.name ?? t('comments.somebody');
  if (removedBy !== null) {
    const key = removedBy === by ? 'comments.removed' : 'comments.removedByFacilitator';
    return <p className={classes.removed}>{t(key, { name: isolate(name) })}</p>;
  }
  const handleSend = (changed: string) => {
    setEditing(false);
    desk.give({ type: 'edit', threadId, commentId, rev, text: changed });
  };
  return (
    <article className={classes.comment} aria-label={t('comments.by', { name: isolate(name) })}>
      <Avatar person={{ name, partner: author?.partner ?? null }} size={26} />
      <div className={classes.commentBody}>
        <div className={classes.commentHead}>
          <strong dir="auto">{name}</strong>
          <time
            dateTime={new Date(at).toISOString()}
            title={new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
              at,
            )}
          >
            {isWaiting ? t('comments.kept') : (formatAgo(at, now(), i18n.language) ?? t('comments.justNow'))}
            {editedAt !== null && ` · ${t('comments.edited')}`}
          </time>
          {!isWaiting && !isEditing && (
            <CommentMenu
              comment={comment}
              name={name}
              onEdit={() => setEditing(true)}
              onRemove={() => desk.give({ type: 'remove', threadId, commentId })}
            />
          )}
        </div>
        {isEditing ? (
          <CommentComposer
            label={t('comments.edit')}
            send={t('comments.save')}
            typingKey={null}
            initial={text}
            isFocused
            onSend={handleSend}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <CommentText text={text} />
        )}
      </div>
    </article>
  );
}

function CommentMenu({
  comment,
  name,
  onEdit,
  onRemove,
}: {
  comment: Comment;
  name: string;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { me, role } = useComments();
  const isOwn = comment.by === me && mayComment(role);
  if (!isOwn && !mayFacilitate(role)) return null;
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <button
          type="button"
          className={`cg-icon-button ${classes.small}`}
          aria-label={t('comments.actions', { name: isolate(name) })}
        >
          <IconDots size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {isOwn && <Menu.Item onClick={onEdit}>{t('comments.edit')}</Menu.Item>}
        <Menu.Item onClick={onRemove}>{t('comments.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
