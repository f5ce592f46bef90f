import { mayEdit, mayFacilitate, type CommandId, type ParticipantId } from '@common-ground/protocol';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '../api/useApi.ts';
import { useServices } from '../app/services.tsx';
import { usePageTitle } from '../app/usePageTitle.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { updateRecentBoard } from '../session/recentBoards.ts';
import { useBoardAgendas } from './agenda/useBoardAgendas.ts';
import { BoardDialogs, type BoardDialog } from './BoardDialogs.tsx';
import { BoardProviders } from './BoardProviders.tsx';
import { BoardStage } from './BoardStage.tsx';
import classes from './BoardView.module.css';
import type { BoardCanvasModel } from './canvas/BoardCanvasModel.ts';
import { showPart } from './view/showWholeBoard.ts';
import { PhoneBar } from './chrome/PhoneBar.tsx';
import type { PanelTab } from './chrome/SidePanel.tsx';
import type { LaunchTemplate } from './chrome/TemplateDialog.tsx';
import { TopBar } from './chrome/TopBar.tsx';
import type { BoardConnection } from './connection/BoardConnection.ts';
import type { BoardInfo } from './connection/BoardInfo.ts';
import { BoardRules, HistoryPanel, SidePanel, StepDrawer } from './laterParts.ts';
import { useHistory, type BoardHistory } from './history/useHistory.ts';
import { peopleIn } from './news/NewsModel.ts';
import { useNews } from './news/useNews.ts';
import type { CommentsTools } from './comments/CommentsContext.tsx';
import { useCommentsPane } from './comments/useCommentsPane.tsx';
import { useMakeComments } from './comments/useMakeComments.ts';
import { useFollowing } from './presence/useFollowing.ts';
import { useIsDrawn } from './useIsDrawn.ts';
import { useLaterParts } from './useLaterParts.ts';
import { StepAnnouncer } from './workshop/step/StepAnnouncer.tsx';
import { StepHeader } from './workshop/step/StepHeader.tsx';
import { useMuted } from './workshop/step/useMuted.ts';
import { useStepPart } from './workshop/step/useStepPart.ts';
import { useMakeTools } from './workshop/useMakeTools.ts';
import { useWorkshopPanes } from './workshop/useWorkshopPanes.tsx';
import { usePeople } from './presence/usePeople.ts';

/** What a board that has arrived is shown from. */
export interface BoardViewProps {
  readonly connection: BoardConnection;
  readonly info: BoardInfo;
  readonly model: BoardCanvasModel;
  readonly session: BoardSession;
  readonly openShare: boolean;
}

/** A board that has arrived: the canvas with everything around it. */
export function BoardView(props: BoardViewProps) {
  const { connection, info, model, session } = props;
  const { role } = info.you;
  const [editor, setEditor] = useState<Editor | null>(null);
  const [dialog, setDialog] = useState<BoardDialog | null>(props.openShare ? 'share' : null);
  const [tab, setTab] = useState<PanelTab | null>(null);
  const people = usePeople(connection, info);
  const present = people.filter((person) => person.isHere);
  const following = useFollowing(editor);
  const isLooking = useValue(model.isLooking);
  const isDrawn = useIsDrawn(editor);
  const agendas = useBoardAgendas(connection.doc, info.partners, isDrawn);
  const { onLaunch, onRename } = useFacilitating(session, editor);
  useRecentBoard(session, info);
  useLaterParts(isDrawn);

  const tools = useMakeTools({
    client: connection.workshop,
    boardId: session.boardId,
    participantId: info.you.participantId,
    editor,
    partners: info.partners,
    people,
  });
  const [isMuted, setMuted] = useMuted();
  const part = useStepPart(connection.workshop);
  const comments = useMakeComments(connection, info, session, editor);
  const { history, walk, unread, pane } = usePast(props, comments);
  const workshopPanes = useWorkshopPanes(props, editor, agendas, unread);
  useSheetLeftByReplay(history, setTab);
  const commentsPane = useCommentsPane(comments, () => leaveSheet(setTab));
  const panes = { ...workshopPanes, ...commentsPane, history: pane };

  const handleFollow = (id: ParticipantId | null) => follow(editor, id);
  const handleAddTemplate = mayFacilitate(role) ? () => setDialog('template') : null;

  return (
    <BoardProviders workshop={tools} comments={comments}>
      <div className={classes.board}>
        <TopBar
          title={info.title}
          role={role}
          connection={connection.state}
          people={present}
          following={following}
          unread={unread}
          isPanelOpen={tab !== null}
          onRename={mayFacilitate(role) ? onRename : null}
          onAddTemplate={handleAddTemplate}
          onFollow={handleFollow}
          onInform={() => setDialog('informed')}
          onExport={editor === null ? null : () => setDialog('export')}
          onShare={() => setDialog('share')}
          onTogglePanel={() => setTab(tab === null ? 'agenda' : null)}
          isWorkshopRunning={panes.agenda !== null}
        >
          <StepHeader isMuted={isMuted} onMuted={setMuted} />
        </TopBar>
        <StepAnnouncer isMuted={isMuted} />
        {isDrawn && editor !== null && <BoardRules editor={editor} connection={connection} info={info} />}
        <div className={classes.middle}>
          {part.step !== null && part.isOpen && <StepDrawer step={part.step} onClose={part.toggle} />}
          <BoardStage
            {...props}
            editor={editor}
            isDrawn={isDrawn}
            people={people}
            following={following}
            onEditor={setEditor}
            onFollow={handleFollow}
            onAddTemplate={handleAddTemplate}
            onShare={() => setDialog('share')}
            part={part}
            history={history}
            walk={walk}
          />
          {tab !== null && (
            <SidePanel
              tab={tab}
              agendas={agendas}
              partners={info.partners}
              people={people}
              following={following}
              panes={panes}
              onTab={setTab}
              onFollow={handleFollow}
              onAddTemplate={handleAddTemplate}
              onClose={() => setTab(null)}
            />
          )}
        </div>
        <PhoneBar
          tab={tab}
          isEditing={!isLooking}
          presentCount={present.length}
          isRunning={panes.agenda !== null}
          part={part.step === null ? null : { label: part.label, isOpen: part.isOpen, onToggle: part.toggle }}
          onTab={setTab}
          onEditing={mayEdit(role) ? (isEditing) => model.isLooking.set(!isEditing) : null}
        />
        <BoardDialogs
          {...props}
          dialog={dialog}
          editor={editor}
          onLaunch={onLaunch}
          onClose={() => setDialog(null)}
        />
      </div>
    </BoardProviders>
  );
}

/** Null to stop following. */
function follow(editor: Editor | null, id: ParticipantId | null): void {
  if (id === null) editor?.stopFollowingUser();
  else editor?.startFollowingUser(id);
}

/** The board's past: its kept moments, and what is new since this person was here. */
function usePast({ session, connection, info, model }: BoardViewProps, comments: CommentsTools) {
  const { editor } = comments;
  const history = useHistory(session, connection, model, editor);
  const { walk, news } = useNews(connection, history.api, comments);
  const unread = useMemo(() => peopleIn(news), [news]);
  const pane = <HistoryPanel history={history} connection={connection} info={info} live={editor} />;
  return { history, walk, unread, pane };
}

/** A replay is watched on the canvas; on a phone the sheet it was begun from would cover it. */
function useSheetLeftByReplay({ look }: BoardHistory, onTab: (tab: PanelTab | null) => void): void {
  const isReplaying = look?.mode === 'replay';
  useEffect(() => {
    if (isReplaying) leaveSheet(onTab);
  }, [isReplaying, onTab]);
}

/** Closes the side panel where it is a sheet that covers the canvas. */
function leaveSheet(onTab: (tab: PanelTab | null) => void): void {
  if (matchMedia('(max-width: 48em)').matches) onTab(null);
}

/** What a facilitator asks of the server. */
function useFacilitating({ boardId, token }: BoardSession, editor: Editor | null) {
  const api = useApi();
  const onLaunch: LaunchTemplate = async (templateId, options) => {
    const commandId = crypto.randomUUID() as CommandId;
    const launched = await api.launch(boardId, token, { commandId, templateId, options });
    if (launched.ok && editor !== null) showPart(editor, launched.value.bounds);
    return launched;
  };
  const onRename = (title: string) => void api.renameBoard(boardId, token, title);
  return { onLaunch, onRename };
}

/** The page's title and this browser's list of boards say what the board is called now. */
function useRecentBoard({ boardId }: BoardSession, { title, you: { role } }: BoardInfo): void {
  const { store } = useServices();
  usePageTitle(title);
  useEffect(() => {
    updateRecentBoard(store, boardId, { title, role });
  }, [store, boardId, title, role]);
}
