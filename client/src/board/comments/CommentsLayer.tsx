import type { CommentId, ThreadId } from '@common-ground/protocol';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkLayer } from '../canvas/marks/MarkLayer.tsx';
import { CommentComposer } from './CommentComposer.tsx';
import { CommentPin, PlacedPin } from './CommentPin.tsx';
import { CommentPopover } from './CommentPopover.tsx';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';
import { onCommentPlaced } from './commentTool.tsx';
import { placeAt } from './placeOfThread.ts';
import { ResolveButton, ThreadConversation } from './ThreadConversation.tsx';

/** The pins of all open threads over the canvas, and the one thread that stands open. */
export function CommentsLayer({ editor }: { editor: Editor }) {
  const { desk } = useComments();
  const views = useValue(desk.views) ?? [];
  const open = useValue(desk.open);
  useEffect(
    () => onCommentPlaced(editor, (point) => desk.open.set({ kind: 'new', place: placeAt(editor, point) })),
    [editor, desk],
  );
  const openId = open?.kind === 'thread' ? open.threadId : null;
  const shown = views.filter(({ thread }) => thread.resolved === null || thread.id === openId);
  const openView = views.find(({ thread }) => thread.id === openId);
  return (
    <>
      <MarkLayer editor={editor}>
        {shown.map((view) => (
          <CommentPin key={view.thread.id} editor={editor} view={view} isOpen={view.thread.id === openId} />
        ))}
        {open?.kind === 'new' && (
          <PlacedPin editor={editor} place={open.place}>
            <span className={classes.pin} data-new />
          </PlacedPin>
        )}
      </MarkLayer>
      {open?.kind === 'new' && <NewThread editor={editor} place={open.place} />}
      {openView !== undefined && <OpenThread editor={editor} thread={openView.thread} />}
    </>
  );
}

type Place = Parameters<typeof PlacedPin>[0]['place'];

function NewThread({ editor, place }: { editor: Editor; place: Place }) {
  const { t } = useTranslation();
  const { desk } = useComments();
  const close = () => desk.open.set(null);
  const handleSend = (text: string) => {
    const threadId = crypto.randomUUID() as ThreadId;
    desk.give({ type: 'start', threadId, commentId: crypto.randomUUID() as CommentId, place, text });
    desk.open.set({ kind: 'thread', threadId });
  };
  return (
    <CommentPopover editor={editor} place={place} title={t('comments.new')} onClose={close}>
      <CommentComposer
        label={t('comments.write')}
        send={t('comments.send')}
        typingKey="new"
        isFocused
        onSend={handleSend}
        onCancel={close}
      />
    </CommentPopover>
  );
}

function OpenThread({
  editor,
  thread,
}: {
  editor: Editor;
  thread: Parameters<typeof ThreadConversation>[0]['thread'];
}) {
  const { t } = useTranslation();
  const { desk } = useComments();
  return (
    <CommentPopover
      key={thread.id}
      editor={editor}
      place={thread.place}
      title={t(thread.resolved === null ? 'comments.thread' : 'comments.threadResolved')}
      actions={<ResolveButton thread={thread} />}
      onClose={() => desk.open.set(null)}
    >
      <ThreadConversation thread={thread} />
    </CommentPopover>
  );
}
