import type { ParticipantId, Role } from '@common-ground/protocol';
import type { Editor } from '@tldraw/tldraw';
import { createContext, useContext, type ReactNode } from 'react';
import type { BoardPerson } from '../chrome/model.ts';
import type { CommentDesk } from './CommentDesk.ts';

/** What everything about comments on the screen works with. */
export interface CommentsTools {
  readonly desk: CommentDesk;
  readonly me: ParticipantId;
  readonly role: Role;
  /** Everybody who ever joined, also those who were removed. */
  readonly authors: ReadonlyMap<ParticipantId, CommentAuthor>;
  /** Null until tldraw is there. */
  readonly editor: Editor | null;
}

/** Who wrote something. */
export type CommentAuthor = Pick<BoardPerson, 'id' | 'name' | 'partner'> & { readonly removed: boolean };

const Context = createContext<CommentsTools | null>(null);

/** Gives the comments' tools to everything below. */
export function CommentsProvider({ tools, children }: { tools: CommentsTools; children: ReactNode }) {
  return <Context value={tools}>{children}</Context>;
}

/** The comments' tools; throws outside of a {@link CommentsProvider}. */
export function useComments(): CommentsTools {
  const tools = useContext(Context);
  if (tools === null) throw new Error('useComments stands outside of CommentsProvider');
  return tools;
}
