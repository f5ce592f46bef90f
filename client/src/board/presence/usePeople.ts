import type { ParticipantId } from '@common-ground/protocol';
import { useEffect, useMemo, useState } from 'react';
import type { BoardPerson } from '../chrome/model.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { boardPeople } from './boardPeople.ts';
import { watchPresentIds } from './presentIds.ts';

const nobody: ReadonlySet<ParticipantId> = new Set();

/** Everybody who has joined the board, with who is here now. */
export function usePeople({ awareness }: BoardConnection, info: BoardInfo): readonly BoardPerson[] {
  const [present, setPresent] = useState(nobody);
  useEffect(() => watchPresentIds(awareness, setPresent), [awareness]);
  return useMemo(() => boardPeople(info, present), [info, present]);
}
