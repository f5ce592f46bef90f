import type { NewCommentPlace } from '@common-ground/protocol';
import { useValue, type Editor } from '@tldraw/tldraw';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../texts/isolate.ts';
import { Avatar } from '../chrome/Avatar.tsx';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';
import { placeOfThread } from './placeOfThread.ts';
import type { ThreadView } from './threadViews.ts';

/**
 * A thread's pin: who began it, how much was said, whether anything is new. Keyboards have the list beside the canvas, which
 * leads here: a hundred pins would stand in the way of everything behind them.
 */
export function CommentPin({ editor, view, isOpen }: { editor: Editor; view: ThreadView; isOpen: boolean }) {
  const { t } = useTranslation();
  const { desk, authors } = useComments();
  const { thread, unreadCount } = view;
  const said = thread.comments.filter(({ removedBy }) => removedBy === null);
  const author = said[0] && authors.get(said[0].by);
  const name = author?.name ?? t('comments.somebody');
  const label = t('comments.pin', { name: isolate(name), count: said.length });
  const unread = unreadCount > 0 ? `, ${t('comments.unread', { count: unreadCount })}` : '';
  return (
    <PlacedPin editor={editor} place={thread.place}>
      <button
        type="button"
        tabIndex={-1}
        className={classes.pin}
        data-open={isOpen || undefined}
        aria-label={label + unread}
        title={label + unread}
        onClick={() => desk.open.set(isOpen ? null : { kind: 'thread', threadId: thread.id })}
      >
        <Avatar person={{ name, partner: author?.partner ?? null }} size={24} />
        {said.length > 1 && <span className={classes.pinCount} data-count={said.length} />}
        {unreadCount > 0 && <span className={classes.dot} />}
      </button>
    </PlacedPin>
  );
}

/** Something at a place, of the same size on screen whatever the zoom; nothing while another page is shown. */
export function PlacedPin({
  editor,
  place,
  children,
}: {
  editor: Editor;
  place: NewCommentPlace;
  children: ReactNode;
}) {
  const at = useValue(
    'place of pin',
    () => {
      const { pageId, x, y } = placeOfThread(editor, place);
      return pageId === editor.getCurrentPageId() ? { x, y } : null;
    },
    [editor, place],
  );
  if (at === null) return null;
  return (
    <div className={classes.placed} style={{ left: at.x, top: at.y }}>
      {children}
    </div>
  );
}
