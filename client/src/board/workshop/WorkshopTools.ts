import type { Editor } from '@tldraw/tldraw';
import type { BoardPerson } from '../chrome/model.ts';
import type { Partner } from '@common-ground/protocol';
import type { WorkshopClient } from './link/WorkshopClient.ts';
import type { OwnAnswers } from './voting/OwnAnswers.ts';
import type { OwnDrafts } from './writing/OwnDrafts.ts';

/** What the workshop's parts of the screen work with. */
export interface WorkshopTools {
  readonly client: WorkshopClient;
  readonly drafts: OwnDrafts;
  readonly answers: OwnAnswers;
  /** Null until tldraw is there. */
  readonly editor: Editor | null;
  readonly partners: readonly Partner[];
  readonly people: readonly BoardPerson[];
}
