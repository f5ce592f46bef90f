import { mayComment } from '@common-ground/protocol';
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useValue } from '@tldraw/tldraw';
import { IconMessageCirclePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';
import { RefusedComments } from './RefusedComments.tsx';
import { ThreadCard } from './ThreadCard.tsx';
import type { ThreadView } from './threadViews.ts';
import { useShowThread } from './useShowThread.ts';

/** All threads of the board: unread ones first; pressing one goes to its place. */
export function CommentsPanel({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const { desk, editor, role } = useComments();
  const views = useValue(desk.views);
  const [filter, setFilter] = useState<'open' | 'resolved'>('open');
  const showThread = useShowThread();
  const shown = views?.filter(({ thread }) => (thread.resolved === null) === (filter === 'open')) ?? null;
  const unread = views?.filter(({ unreadCount }) => unreadCount > 0) ?? [];
  const handleNew = () => {
    onLeave();
    editor?.setCurrentTool('comment');
    editor?.focus();
  };
  const handleShow = (view: ThreadView) => {
    onLeave();
    showThread(view.thread);
  };
  return (
    <div className={classes.panel}>
      <div className={classes.panelHead}>
        <SegmentedControl
          size="xs"
          aria-label={t('comments.filter')}
          value={filter}
          onChange={(value) => setFilter(value === 'resolved' ? 'resolved' : 'open')}
          data={[
            { value: 'open', label: t('comments.open') },
            { value: 'resolved', label: t('comments.resolved') },
          ]}
        />
        {unread.length > 0 && (
          <button
            type="button"
            className="cg-link"
            onClick={() => desk.see(unread.map(({ thread }) => thread))}
          >
            {t('comments.markSeen')}
          </button>
        )}
      </div>
      {mayComment(role) && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconMessageCirclePlus size={16} stroke={1.6} aria-hidden="true" />}
          onClick={handleNew}
        >
          {t('comments.new')}
        </Button>
      )}
      <RefusedComments isShown={({ type }) => type === 'start'} />
      {shown === null && <Skeleton h={72} />}
      {shown?.length === 0 && (
        <p className={classes.empty}>
          {t(filter === 'open' ? 'comments.none' : 'comments.noneResolved')}
          {filter === 'open' && mayComment(role) && ` ${t('comments.how')}`}
        </p>
      )}
      <ul className={classes.threads}>
        {shown?.map((view) => (
          <li key={view.thread.id}>
            <ThreadCard view={view} onShow={() => handleShow(view)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
