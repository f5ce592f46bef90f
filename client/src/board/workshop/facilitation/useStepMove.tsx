import type { Command, Refusal } from '@common-ground/workshop';
import { useState, type ReactNode } from 'react';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

/** A command to another step, with the reason to leave something open or without. */
export type MoveCommand = (reason: string | null) => Command;

/** Takes the group to another step. A gate that is not open yet asks for the reason to pass it; `dialog` is to be drawn. */
export function useStepMove(): { readonly move: (to: MoveCommand) => void; readonly dialog: ReactNode } {
  const { client } = useWorkshopTools();
  const [gate, setGate] = useState<{ readonly refusal: Refusal; readonly to: MoveCommand } | null>(null);
  const give = async (to: MoveCommand, reason: string | null) => {
    const answer = await client.give(to(reason), { isQuiet: true });
    if (answer.ok) return;
    if (answer.error.code === 'restatements-open') setGate({ refusal: answer.error, to });
    else client.showRefusal(answer.error);
  };
  const dialog = gate !== null && (
    <ReasonDialog
      refusal={gate.refusal}
      onGoOn={(reason) => {
        setGate(null);
        void give(gate.to, reason);
      }}
      onClose={() => setGate(null)}
    />
  );
  return { move: (to) => void give(to, null), dialog };
}
