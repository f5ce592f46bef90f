import { mayComment, mayEdit, mayFacilitate, type ParticipantId } from '@common-ground/protocol';
import { useComputedColorScheme } from '@mantine/core';
import type { Editor } from '@tldraw/tldraw';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../app/services.tsx';
import type { BoardViewProps } from './BoardView.tsx';
import classes from './BoardView.module.css';
import { BoardCanvas } from './canvas/BoardCanvas.tsx';
import { LockMarks } from './canvas/locks/LockMarks.tsx';
import { useLockNotice } from './canvas/locks/useLockNotice.ts';
import { CanvasHints } from './CanvasHints.tsx';
import { FollowingBar } from './chrome/FollowingBar.tsx';
import type { BoardPerson } from './chrome/model.ts';
import { Notices } from './chrome/Notices.tsx';
import { CommentsLayer, HistoryStage, NewsCard } from './laterParts.ts';
import type { BoardHistory } from './history/useHistory.ts';
import { useHistoryNotices } from './history/useHistoryNotices.ts';
import { ChangeMarks } from './changes/ChangeMarks.tsx';
import type { NewsWalk } from './news/useNews.ts';
import { FindingCard } from './findings/FindingCard.tsx';
import { ShapeMarks } from './findings/ShapeMarks.tsx';
import { LateNotes } from './late/LateNotes.tsx';
import { useClusterOnDrop } from './clusters/useClusterOnDrop.ts';
import { commentToolOverrides } from './comments/commentTool.tsx';
import { useMentionNotices } from './comments/useMentionNotices.ts';
import { cursorColour } from './presence/cursorColour.ts';
import { useEditorPresence } from './presence/useEditorPresence.ts';
import { useBoardNotices } from './useBoardNotices.ts';
import { stepViewActions } from './view/stepViewActions.ts';
import { useStepView } from './view/useStepView.ts';
import { LeadBar } from './workshop/leading/LeadBar.tsx';
import { useBrought } from './workshop/leading/useBrought.ts';
import { useLead } from './workshop/leading/useLead.ts';
import { ReactionToasts } from './workshop/step/ReactionToasts.tsx';
import { StepCard } from './workshop/step/StepCard.tsx';
import type { StepPartState } from './workshop/step/useStepPart.ts';
import { useRefusalNotices } from './workshop/useRefusalNotices.ts';
import { CanvasMarks } from './workshop/voting/CanvasMarks.tsx';
import { useWorkshopView } from './workshop/WorkshopContext.tsx';

/** The canvas, and what is drawn over it. */
export function BoardStage({
  connection,
  info,
  model,
  session,
  editor,
  isDrawn,
  people,
  following,
  onEditor,
  onFollow,
  onAddTemplate,
  onShare,
  part,
  history,
  walk,
}: BoardViewProps & {
  /** Null until tldraw is there. */
  editor: Editor | null;
  /** Whether the canvas has been painted, so that there is time for what is laid over it. */
  isDrawn: boolean;
  people: readonly BoardPerson[];
  following: ParticipantId | null;
  onEditor: (editor: Editor | null) => void;
  onFollow: (id: ParticipantId | null) => void;
  onAddTemplate: (() => void) | null;
  onShare: () => void;
  part: StepPartState;
  history: BoardHistory;
  /** Null when there is nothing new to show. */
  walk: NewsWalk | null;
}) {
  const { t, i18n } = useTranslation();
  const { now } = useServices();
  const scheme = useComputedColorScheme('light');
  const { participantId, role } = info.you;
  const you = people.find((person) => person.isYou);
  const colour = you?.partner?.colour ?? null;
  const author = useMemo(
    () => ({
      participantId,
      colour,
      now: () => Math.round(connection.workshop.serverNow() || now()),
    }),
    [participantId, colour, now, connection],
  );
  const stepView = useStepView(editor, connection);
  const { show: showStep } = stepView;
  const ownActions = useMemo(
    () => [
      mayComment(role) ? commentToolOverrides(t('comments.tool')) : {},
      stepViewActions(t('stepView.show'), showStep),
    ],
    [role, showStep, t],
  );
  const mentions = useMentionNotices();
  const handleEditor = useEditorPresence(connection, onEditor);
  const notices = useBoardNotices(connection, model, editor);
  const mayLock = mayFacilitate(role);
  const locks = useLockNotice(editor, mayLock);
  const refusals = useRefusalNotices(connection.workshop);
  const past = useHistoryNotices(history.model, info, author.now);
  useLead(editor, connection.workshop);
  useBrought(editor, connection.workshop);
  useClusterOnDrop(editor, connection.workshop);
  const view = useWorkshopView();
  const leaderId = view?.leading.leaderId ?? null;
  // Following the lead has a bar of its own.
  const followed = people.find((person) => person.id === following && person.id !== leaderId);
  return (
    <main className={classes.stage}>
      <div className={classes.canvas}>
        <BoardCanvas
          model={model}
          author={author}
          name={you?.name ?? session.name}
          colour={cursorColour(colour)}
          scheme={scheme}
          locale={i18n.language}
          mayLock={mayLock}
          ownActions={ownActions}
          onEditor={handleEditor}
        />
        {editor !== null && (
          <CanvasHints
            editor={editor}
            isAlone={
              walk === null &&
              view?.agenda.phase !== 'running' &&
              people.filter((person) => person.isHere).length === 1
            }
            mayWrite={mayEdit(role)}
            onAddTemplate={onAddTemplate}
            onShare={onShare}
          />
        )}
        {editor !== null && <LockMarks editor={editor} mayLock={mayLock} />}
        <CanvasMarks />
        {editor !== null && <ShapeMarks editor={editor} />}
        {editor !== null && <LateNotes editor={editor} />}
        <FindingCard />
        {isDrawn && editor !== null && <CommentsLayer editor={editor} />}
        <LeadBar />
        {followed !== undefined && <FollowingBar person={followed} onStop={() => onFollow(null)} />}
        <div className={classes.notices}>
          <Notices notices={[...past, ...notices, ...locks, ...refusals, ...mentions]} />
        </div>
        <ReactionToasts />
        {walk !== null && <NewsOnCanvas walk={walk} editor={editor} connection={connection} info={info} />}
        {history.look !== null && (
          <HistoryStage history={history} connection={connection} model={model} live={editor} />
        )}
      </div>
      <StepCard isPartOpen={part.isOpen} onPart={part.toggle} stepView={stepView} />
    </main>
  );
}

/** What is new, and a mark around what one is shown of it. */
function NewsOnCanvas({
  walk,
  editor,
  connection,
  info,
}: Pick<BoardViewProps, 'connection' | 'info'> & { walk: NewsWalk; editor: Editor | null }) {
  const item = walk.at === null ? undefined : walk.news.items[walk.at];
  return (
    <>
      {editor !== null && item !== undefined && (
        <ChangeMarks editor={editor} items={[item]} currentId={item.id} />
      )}
      <NewsCard walk={walk} connection={connection} info={info} />
    </>
  );
}
