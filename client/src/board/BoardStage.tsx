import { mayEdit, type ParticipantId } from '@common-ground/protocol';
import { useComputedColorScheme } from '@mantine/core';
import type { Editor } from '@tldraw/tldraw';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../app/services.tsx';
import type { BoardViewProps } from './BoardView.tsx';
import classes from './BoardView.module.css';
import { BoardCanvas } from './canvas/BoardCanvas.tsx';
import { CanvasHints } from './CanvasHints.tsx';
import { FollowingBar } from './chrome/FollowingBar.tsx';
import type { BoardPerson } from './chrome/model.ts';
import { Notices } from './chrome/Notices.tsx';
import { cursorColour } from './presence/cursorColour.ts';
import { useEditorPresence } from './presence/useEditorPresence.ts';
import { useBoardNotices } from './useBoardNotices.ts';

/** The canvas, and what is drawn over it. */
export function BoardStage({
  connection,
  info,
  model,
  session,
  imageError,
  onImageErrorDismiss,
  editor,
  people,
  following,
  onEditor,
  onFollow,
  onAddTemplate,
  onShare,
}: BoardViewProps & {
  /** Null until tldraw is there. */
  editor: Editor | null;
  people: readonly BoardPerson[];
  following: ParticipantId | null;
  onEditor: (editor: Editor | null) => void;
  onFollow: (id: ParticipantId | null) => void;
  onAddTemplate: (() => void) | null;
  onShare: () => void;
}) {
  const { i18n } = useTranslation();
  const { now } = useServices();
  const scheme = useComputedColorScheme('light');
  const { participantId, role } = info.you;
  const you = people.find((person) => person.isYou);
  const colour = you?.partner?.colour ?? null;
  const author = useMemo(() => ({ participantId, colour, now }), [participantId, colour, now]);
  const handleEditor = useEditorPresence(connection, onEditor);
  const notices = useBoardNotices(model, imageError, onImageErrorDismiss);
  const followed = people.find((person) => person.id === following);
  return (
    <main className={classes.canvas}>
      <BoardCanvas
        model={model}
        author={author}
        name={you?.name ?? session.name}
        colour={cursorColour(colour)}
        scheme={scheme}
        locale={i18n.language}
        onEditor={handleEditor}
      />
      {editor !== null && (
        <CanvasHints
          editor={editor}
          isAlone={people.filter((person) => person.isHere).length === 1}
          mayWrite={mayEdit(role)}
          onAddTemplate={onAddTemplate}
          onShare={onShare}
        />
      )}
      {followed !== undefined && <FollowingBar person={followed} onStop={() => onFollow(null)} />}
      <div className={classes.notices}>
        <Notices notices={notices} />
      </div>
    </main>
  );
}
