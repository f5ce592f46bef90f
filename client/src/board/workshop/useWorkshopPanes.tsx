import { useValue, type Editor } from '@tldraw/tldraw';
import type { AgendaView } from '../chrome/model.ts';
import type { WorkshopPanes } from '../chrome/SidePanel.tsx';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import {
  BoardFindings,
  FacilitatorBar,
  PersonMenu,
  PersonSigns,
  ResultsPanel,
  RunningAgenda,
} from '../laterParts.ts';

/** What the workshop puts into the side panel. */
export function useWorkshopPanes(
  { workshop: client, doc }: BoardConnection,
  info: BoardInfo,
  editor: Editor | null,
  agendas: readonly AgendaView[],
): WorkshopPanes {
  const isRunning = useValue('workshop runs', () => client.view.get()?.agenda.phase === 'running', [client]);
  return {
    agenda: isRunning ? <RunningAgenda /> : null,
    results:
      editor === null ? (
        <ResultsPanel />
      ) : (
        <BoardFindings editor={editor} doc={doc} client={client} info={info}>
          <ResultsPanel />
        </BoardFindings>
      ),
    signs: (person) => <PersonSigns person={person} />,
    actions: (person) => <PersonMenu person={person} />,
    foot: <FacilitatorBar agendas={agendas} />,
  };
}
