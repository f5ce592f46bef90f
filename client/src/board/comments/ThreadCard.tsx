import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.tsx';
import { formatAgo } from '../../texts/formatAgo.ts';
import { Avatar } from '../chrome/Avatar.tsx';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';
import { CommentText } from './CommentText.tsx';
import type { ThreadView } from './threadViews.ts';

/** A thread in the list: how it began, how much was answered, what is new. */
export function ThreadCard({ view, onShow }: { view: ThreadView; onShow: () => void }) {
  const { t, i18n } = useTranslation();
  const { authors } = useComments();
  const { now } = useServices();
  const { thread, unreadCount, lastAt } = view;
  const first = thread.comments.find(({ removedBy }) => removedBy === null);
  if (first === undefined) return null;
  const author = authors.get(first.by);
  const name = author?.name ?? t('comments.somebody');
  const words = thread.place.shape?.words ?? '';
  const answers = thread.comments.filter(({ removedBy }) => removedBy === null).length - 1;
  return (
    <button
      type="button"
      className={classes.card}
      data-unread={unreadCount > 0 || undefined}
      onClick={onShow}
    >
      <Avatar person={{ name, partner: author?.partner ?? null }} size={28} />
      <span className={classes.cardBody}>
        <span className={classes.commentHead}>
          <strong dir="auto">{name}</strong>
          <time>{formatAgo(lastAt, now(), i18n.language) ?? t('comments.justNow')}</time>
        </span>
        {words !== '' && (
          <span className={classes.about} dir="auto">
            {words}
          </span>
        )}
        <span className={classes.clamped}>
          <CommentText text={first.text} />
        </span>
        <span className={classes.facts}>
          {answers > 0 && <span>{t('comments.answers', { count: answers })}</span>}
          {unreadCount > 0 && <strong>{t('comments.unread', { count: unreadCount })}</strong>}
        </span>
      </span>
    </button>
  );
}
