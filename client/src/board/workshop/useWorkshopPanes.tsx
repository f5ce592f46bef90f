import { useValue, type Editor } from '@tldraw/tldraw';
import type { AgendaView } from '../chrome/model.ts';
import type { WorkshopPanes } from '../chrome/SidePanel.tsx';
import { RunningAgenda } from './agenda/RunningAgenda.tsx';
import { FacilitatorBar } from './facilitation/FacilitatorBar.tsx';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { BoardFindings } from '../findings/BoardFindings.tsx';
import { PersonMenu } from './people/PersonMenu.tsx';
import { PersonSigns } from './people/PersonSigns.tsx';
import { ResultsPanel } from './results/ResultsPanel.tsx';

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
