import {
  mayEdit,
  mayFacilitate,
  type CommandId,
  type ParticipantId,
  type Role,
} from '@common-ground/protocol';
import { useComputedColorScheme } from '@mantine/core';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/ApiError.ts';
import { useApi } from '../api/useApi.ts';
import { useServices } from '../app/services.tsx';
import { usePageTitle } from '../app/usePageTitle.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { updateRecentBoard } from '../session/recentBoards.ts';
import { useBoardAgendas } from './agenda/useBoardAgendas.ts';
import classes from './BoardView.module.css';
import { BoardCanvas } from './canvas/BoardCanvas.tsx';
import type { BoardCanvasModel } from './canvas/BoardCanvasModel.ts';
import { showBounds } from './canvas/showWholeBoard.ts';
import { CanvasHints } from './CanvasHints.tsx';
import { FollowingBar } from './chrome/FollowingBar.tsx';
import { Notices } from './chrome/Notices.tsx';
import { PhoneBar } from './chrome/PhoneBar.tsx';
import { ShareDialog } from './chrome/ShareDialog.tsx';
import { SidePanel, type PanelTab } from './chrome/SidePanel.tsx';
import { TemplateDialog, type LaunchTemplate } from './chrome/TemplateDialog.tsx';
import { TopBar } from './chrome/TopBar.tsx';
import { useBoardLinks } from './chrome/useBoardLinks.ts';
import type { BoardConnection } from './connection/BoardConnection.ts';
import type { BoardInfo } from './connection/BoardInfo.ts';
import { cursorColour } from './presence/cursorColour.ts';
import { useEditorPresence } from './presence/useEditorPresence.ts';
import { useFollowing } from './presence/useFollowing.ts';
import { usePeople } from './presence/usePeople.ts';
import { useBoardNotices } from './useBoardNotices.ts';

/** A board that has arrived: the canvas with everything around it. */
export function BoardView({
  connection,
  info,
  model,
  session,
  openShare,
  imageError,
  onImageErrorDismiss,
}: {
  connection: BoardConnection;
  info: BoardInfo;
  model: BoardCanvasModel;
  session: BoardSession;
  openShare: boolean;
  imageError: ApiError | null;
  onImageErrorDismiss: () => void;
}) {
  const { i18n } = useTranslation();
  const { now, store } = useServices();
  const api = useApi();
  const scheme = useComputedColorScheme('light');
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isShareOpen, setShareOpen] = useState(openShare);
  const [isTemplateOpen, setTemplateOpen] = useState(false);
  const [tab, setTab] = useState<PanelTab | null>(null);
  const { boardId, token } = session;
  const { role, participantId } = info.you;

  usePageTitle(info.title);
  useEffect(() => {
    updateRecentBoard(store, boardId, { title: info.title, role });
  }, [store, boardId, info.title, role]);

  const people = usePeople(connection, info);
  const present = people.filter((person) => person.isHere);
  const you = people.find((person) => person.isYou);
  const following = useFollowing(editor);
  const author = useMemo(
    () => ({ participantId, colour: you?.partner?.colour ?? null, now }),
    [participantId, you?.partner?.colour, now],
  );
  const handleEditor = useEditorPresence(connection, setEditor);
  const handleFollow = (id: ParticipantId | null) => {
    if (id === null) editor?.stopFollowingUser();
    else editor?.startFollowingUser(id);
  };
  const handleLaunch: LaunchTemplate = async (templateId, options) => {
    const commandId = crypto.randomUUID() as CommandId;
    const launched = await api.launch(boardId, token, { commandId, templateId, options });
    if (launched.ok && editor !== null) showBounds(editor, launched.value.bounds);
    return launched;
  };
  const handleRename = mayFacilitate(role)
    ? (title: string) => void api.renameBoard(boardId, token, title)
    : null;
  const handleAddTemplate = mayFacilitate(role) ? () => setTemplateOpen(true) : null;
  const handleShare = () => setShareOpen(true);
  const followed = people.find((person) => person.id === following);
  const connectionState = useValue(connection.state);
  const isLooking = useValue(model.isLooking);
  const agendas = useBoardAgendas(connection.doc, info.partners);
  const notices = useBoardNotices(model, imageError, onImageErrorDismiss);

  return (
    <div className={classes.board}>
      <TopBar
        title={info.title}
        role={role}
        connection={connectionState}
        people={present}
        following={following}
        isPanelOpen={tab !== null}
        onRename={handleRename}
        onAddTemplate={handleAddTemplate}
        onFollow={handleFollow}
        onShare={handleShare}
        onTogglePanel={() => setTab(tab === null ? 'agenda' : null)}
      />
      <div className={classes.middle}>
        <main className={classes.canvas}>
          <BoardCanvas
            model={model}
            author={author}
            name={you?.name ?? session.name}
            colour={cursorColour(you?.partner?.colour ?? null)}
            scheme={scheme}
            locale={i18n.language}
            onEditor={handleEditor}
          />
          {editor !== null && (
            <CanvasHints
              editor={editor}
              isAlone={present.length === 1}
              mayWrite={mayEdit(role)}
              onAddTemplate={handleAddTemplate}
              onShare={handleShare}
            />
          )}
          {followed !== undefined && <FollowingBar person={followed} onStop={() => handleFollow(null)} />}
          <div className={classes.notices}>
            <Notices notices={notices} />
          </div>
        </main>
        {tab !== null && (
          <SidePanel
            tab={tab}
            agendas={agendas}
            partners={info.partners}
            people={people}
            following={following}
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
        onTab={setTab}
        onEditing={mayEdit(role) ? (isEditing) => model.isLooking.set(!isEditing) : null}
      />
      {isShareOpen && <LinksDialog session={session} role={role} onClose={() => setShareOpen(false)} />}
      {isTemplateOpen && (
        <TemplateDialog
          partners={info.partners}
          onLaunch={handleLaunch}
          onClose={() => setTemplateOpen(false)}
        />
      )}
    </div>
  );
}

/** The links are fetched when somebody wants to see them. */
function LinksDialog({ session, role, onClose }: { session: BoardSession; role: Role; onClose: () => void }) {
  return <ShareDialog state={useBoardLinks(session, role)} onClose={onClose} />;
}
