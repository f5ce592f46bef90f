import { useValue } from '@tldraw/tldraw';
import type { AgendaView } from '../chrome/model.ts';
import type { WorkshopPanes } from '../chrome/SidePanel.tsx';
import { RunningAgenda } from './agenda/RunningAgenda.tsx';
import { FacilitatorBar } from './facilitation/FacilitatorBar.tsx';
import type { WorkshopClient } from './link/WorkshopClient.ts';
import { PersonMenu } from './people/PersonMenu.tsx';
import { PersonSigns } from './people/PersonSigns.tsx';
import { ResultsPanel } from './results/ResultsPanel.tsx';

/** What the workshop puts into the side panel. */
export function useWorkshopPanes(client: WorkshopClient, agendas: readonly AgendaView[]): WorkshopPanes {
  const isRunning = useValue('workshop runs', () => client.view.get()?.agenda.phase === 'running', [client]);
  return {
    agenda: isRunning ? <RunningAgenda /> : null,
    results: <ResultsPanel />,
    signs: (person) => <PersonSigns person={person} />,
    actions: (person) => <PersonMenu person={person} />,
    foot: <FacilitatorBar agendas={agendas} />,
  };
}
