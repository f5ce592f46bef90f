import { mayComment, type CommentId, type CommentThread } from '@common-ground/protocol';
import { Button } from '@mantine/core';
import { useValue } from '@tldraw/tldraw';
import { IconCheck, IconInfoCircle, IconRotate } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../texts/isolate.ts';
import { CommentComposer } from './CommentComposer.tsx';
import { CommentItem } from './CommentItem.tsx';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';
import { RefusedComments } from './RefusedComments.tsx';
import { placeOfThread } from './placeOfThread.ts';

/** A whole thread: what was said, and a field to answer. Whoever has it before their eyes has read it. */
export function ThreadConversation({ thread }: { thread: CommentThread }) {
  const { t } = useTranslation();
  const { desk, role } = useComments();
  const { waiting } = useValue(desk.kept);
  const waitingIds = new Set(
    waiting.flatMap(({ command }) => ('commentId' in command ? [command.commentId] : [])),
  );
  useEffect(() => desk.see([thread]), [desk, thread]);
  const { id: threadId } = thread;
  const handleReply = (text: string) =>
    desk.give({ type: 'reply', threadId, commentId: crypto.randomUUID() as CommentId, text });
  return (
    <>
      <GoneShape thread={thread} />
      <div className={classes.conversation} role="log" aria-label={t('comments.conversation')}>
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            threadId={threadId}
            comment={comment}
            isWaiting={waitingIds.has(comment.id)}
          />
        ))}
      </div>
      <RefusedComments isShown={({ threadId: of }) => of === threadId} />
      <ResolvedBy thread={thread} />
      {mayComment(role) && (
        <CommentComposer
          label={t('comments.reply')}
          send={t('comments.send')}
          typingKey={threadId}
          onSend={handleReply}
        />
      )}
    </>
  );
}

/** Settles a thread, or opens it again. */
export function ResolveButton({ thread }: { thread: CommentThread }) {
  const { t } = useTranslation();
  const { desk, role } = useComments();
  if (!mayComment(role)) return null;
  const isResolved = thread.resolved !== null;
  const { id: threadId, rev } = thread;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={
        isResolved ? <IconRotate size={16} aria-hidden="true" /> : <IconCheck size={16} aria-hidden="true" />
      }
      onClick={() => desk.give({ type: 'resolve', threadId, rev, isResolved: !isResolved })}
    >
      {t(isResolved ? 'comments.reopen' : 'comments.resolve')}
    </Button>
  );
}

/** The shape is gone: what it said last. */
function GoneShape({ thread: { place } }: { thread: CommentThread }) {
  const { t } = useTranslation();
  const { editor } = useComments();
  const isGone = useValue(
    'shape is gone',
    () => editor !== null && placeOfThread(editor, place).isShapeGone,
    [editor, place],
  );
  if (!isGone) return null;
  const words = place.shape?.words ?? '';
  return (
    <p className={classes.gone}>
      <IconInfoCircle size={16} stroke={1.8} aria-hidden="true" />
      <span>{words === '' ? t('comments.gone') : t('comments.goneWords', { words: isolate(words) })}</span>
    </p>
  );
}

function ResolvedBy({ thread: { resolved } }: { thread: CommentThread }) {
  const { t } = useTranslation();
  const { authors } = useComments();
  if (resolved === null) return null;
  const name = authors.get(resolved.by)?.name ?? t('comments.somebody');
  return <p className={classes.resolvedBy}>{t('comments.resolvedBy', { name: isolate(name) })}</p>;
}
