import type { Partner } from '@common-ground/protocol';
import type { Editor } from '@tldraw/tldraw';
import { useEffect, useMemo } from 'react';
import { useServices } from '../../app/services.tsx';
import { writingKeys } from '../offline/keptWriting.ts';
import type { BoardPerson } from '../chrome/model.ts';
import { afterTimeout } from './link/after.ts';
import type { WorkshopClient } from './link/WorkshopClient.ts';
import { OwnAnswers } from './voting/OwnAnswers.ts';
import { OwnDrafts } from './writing/OwnDrafts.ts';
import type { WorkshopTools } from './WorkshopTools.ts';

/** What {@link useMakeTools} makes the tools of. */
export interface ToolParts {
  readonly client: WorkshopClient;
  readonly boardId: string;
  readonly participantId: string;
  readonly editor: Editor | null;
  readonly partners: readonly Partner[];
  readonly people: readonly BoardPerson[];
}

/** The workshop's tools for one person on one board, as long as the component lives. */
export function useMakeTools(parts: ToolParts): WorkshopTools {
  const { client, boardId, participantId, editor, partners, people } = parts;
  const { store } = useServices();
  const { drafts, answers } = useMemo(
    () => ({
      answers: new OwnAnswers(client),
      drafts: new OwnDrafts({
        client,
        store,
        storeKey: writingKeys.notes(boardId, participantId),
        newId: () => crypto.randomUUID(),
        after: afterTimeout,
      }),
    }),
    [client, store, boardId, participantId],
  );
  useEffect(() => drafts.start(), [drafts]);
  useEffect(() => answers.start(), [answers]);
  return useMemo(
    () => ({ client, drafts, answers, editor, partners, people }),
    [client, drafts, answers, editor, partners, people],
  );
}
