import type { ParticipantId } from '@common-ground/protocol';
import { useValue, type Editor } from '@tldraw/tldraw';
import type { AgendaView } from '../chrome/model.ts';
import type { WorkshopPanes } from '../chrome/SidePanel.tsx';
import type { BoardViewProps } from '../BoardView.tsx';
import {
  BoardFindings,
  FacilitatorBar,
  NextBoard,
  PersonMenu,
  PersonSigns,
  ResultsPanel,
  RunningAgenda,
} from '../laterParts.ts';
import { UnreadMark } from '../news/UnreadMark.tsx';

/** What the workshop puts into the side panel; `unread` are people who did something while this person was away. */
export function useWorkshopPanes(
  { connection, info, session }: Pick<BoardViewProps, 'connection' | 'info' | 'session'>,
  editor: Editor | null,
  agendas: readonly AgendaView[],
  unread: ReadonlySet<ParticipantId>,
): Omit<WorkshopPanes, 'history' | 'comments' | 'unreadCount'> {
  const { workshop: client } = connection;
  const isRunning = useValue('workshop runs', () => client.view.get()?.agenda.phase === 'running', [client]);
  return {
    agenda: isRunning ? <RunningAgenda /> : null,
    results:
      editor === null ? (
        <ResultsPanel />
      ) : (
        <BoardFindings sources={{ editor, doc: connection.doc, client, info }}>
          <ResultsPanel />
          <NextBoard session={session} title={info.title} />
        </BoardFindings>
      ),
    signs: (person) => (
      <>
        {unread.has(person.id) && <UnreadMark />}
        <PersonSigns person={person} />
      </>
    ),
    actions: (person) => <PersonMenu person={person} />,
    foot: <FacilitatorBar agendas={agendas} />,
  };
}
