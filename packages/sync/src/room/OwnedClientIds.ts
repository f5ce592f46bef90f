import type { ParticipantId } from '@common-ground/protocol';
import * as Y from 'yjs';
import type { ClientOwner } from '../ports/BoardStore.ts';
import type { ClientIds } from '../update/UpdateCheck.ts';

/**
 * Whose each Yjs client id is: the participant's who first wrote under it, for ever. So edits made offline come
 * back under old ids of the same person, and nobody can write in another's name.
 */
export class OwnedClientIds implements ClientIds {
  readonly #owners: Map<number, ClientOwner>;
  #claimed: number[] = [];
  /** Ids of the server that have not written yet. */
  #serverIds: number[] = [];

  constructor(stored: readonly (readonly [number, ClientOwner])[]) {
    this.#owners = new Map(stored);
  }

  mayWrite(clientId: number, participantId: ParticipantId): boolean {
    const owner = this.#owners.get(clientId);
    return owner === undefined || owner === participantId;
  }

  claim(clientId: number, participantId: ParticipantId): void {
    if (this.#owners.has(clientId)) return;
    this.#owners.set(clientId, participantId);
    this.#claimed.push(clientId);
  }

  /** Makes the document's own client id the server's. Called after every change: Yjs may have picked a new one. */
  bindServer(doc: Y.Doc): void {
    if (this.#owners.get(doc.clientID) === 'server') return;
    while (this.#owners.has(doc.clientID)) doc.clientID = (doc.clientID + 1) % 2 ** 32;
    this.#owners.set(doc.clientID, 'server');
    this.#serverIds.push(doc.clientID);
  }

  /** The ids that wrote for the first time since the last call. */
  takeNew(doc: Y.Doc): (readonly [number, ClientOwner])[] {
    const wrote = this.#serverIds.filter((clientId) => Y.getState(doc.store, clientId) > 0);
    this.#serverIds = this.#serverIds.filter((clientId) => Y.getState(doc.store, clientId) === 0);
    const fresh = this.#claimed.concat(wrote);
    this.#claimed = [];
    return fresh.map((clientId) => [clientId, this.#owners.get(clientId) ?? 'server'] as const);
  }
}
