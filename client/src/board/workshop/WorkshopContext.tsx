import type { Command, WorkshopView } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { createContext, useCallback, useContext, type ReactNode } from 'react';
import type { Answer } from './link/parseAnswer.ts';
import type { WorkshopTools } from './WorkshopTools.ts';

const Context = createContext<WorkshopTools | null>(null);

/** Gives the workshop's tools to everything below. */
export function WorkshopProvider({ tools, children }: { tools: WorkshopTools; children: ReactNode }) {
  return <Context value={tools}>{children}</Context>;
}

/** The workshop's tools; throws outside of a {@link WorkshopProvider}. */
export function useWorkshopTools(): WorkshopTools {
  const tools = useContext(Context);
  if (tools === null) throw new Error('useWorkshopTools stands outside of WorkshopProvider');
  return tools;
}

/** The workshop as this person may see it; null until the server has shown it. */
export function useWorkshopView(): WorkshopView | null {
  return useValue(useWorkshopTools().client.view);
}

/** Gives a command; a refusal is shown to the person by itself. */
export function useGive(): (command: Command) => Promise<Answer> {
  const { client } = useWorkshopTools();
  return useCallback((command) => client.give(command), [client]);
}

/** The partner with an id, and its name for sentences; null for nobody. */
export function usePartner(partnerId: string | null): WorkshopTools['partners'][number] | null {
  return useWorkshopTools().partners.find(({ id }) => id === partnerId) ?? null;
}
