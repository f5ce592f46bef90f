import type { CloseReason, ParticipantId } from '@common-ground/protocol';
import * as Y from 'yjs';
import { nestsTooDeep } from './nestsTooDeep.ts';
import { structKind, type ContentLimits } from './skipContent.ts';
import { UpdateFault } from './UpdateFault.ts';
import { noClient, UpdateWalk } from './UpdateWalk.ts';

/** Who may write under a Yjs client id. */
export interface ClientIds {
  /** Whether the id is free or already this participant's. */
  mayWrite(clientId: number, participantId: ParticipantId): boolean;
}

/**
 * Decides whether an update may be applied to a document, before anything of it is: it must decode, stay within
 * the limits, be written under the sender's own client ids and build only on what the document has. One instance
 * serves many updates; its buffers are used again.
 */
export class UpdateCheck {
  /** After a check without fault: client ids under which the update writes something new. */
  readonly writers: number[] = [];
  /** After a check without fault: whether the update brings structs the document does not have. */
  bringsStructs = false;
  /** After a check without fault: whether the update says nothing at all. */
  isEmpty = true;
  /** After a check without fault: the ranges it deletes, each as client id, clock and length. */
  readonly deletes: number[] = [];

  readonly #limits: ContentLimits;
  readonly #walk: UpdateWalk;
  /** First clock behind what document and update have together, per client id of the update. */
  readonly #ends = new Map<number, number>();
  /** Pairs of client id and clock which the document lacks; the update itself must bring them. */
  readonly #wanted: number[] = [];

  constructor(limits: ContentLimits) {
    this.#limits = limits;
    this.#walk = new UpdateWalk(limits);
  }

  /** After a check without fault: how many bytes of the update its structs take, which its deletes follow. */
  get structsEnd(): number {
    return this.#walk.structsEnd;
  }

  /** The reason to refuse the update, or null; `missing-dependencies` may be healed by a sync request. */
  check(update: Uint8Array, doc: Y.Doc, sender: ParticipantId, ids: ClientIds): CloseReason | null {
    this.#start();
    try {
      this.#walk.reset(update);
      const bringsTypes = this.#walkStructs(doc, sender, ids);
      this.#walkDeletes(doc);
      this.#findWanted();
      if (bringsTypes && nestsTooDeep(update, doc, this.#limits.maxDepth)) return 'record-too-large';
      return null;
    } catch (error) {
      if (error instanceof UpdateFault) return error.reason;
      throw error;
    }
  }

  #start(): void {
    this.writers.length = 0;
    this.bringsStructs = false;
    this.isEmpty = true;
    this.#ends.clear();
    this.#wanted.length = 0;
    this.deletes.length = 0;
  }

  /** Returns whether a new struct is a Yjs type. */
  #walkStructs(doc: Y.Doc, sender: ParticipantId, ids: ClientIds): boolean {
    const walk = this.#walk;
    let have = 0;
    let blockIsNew = false;
    let bringsTypes = false;
    while (walk.next()) {
      this.isEmpty = false;
      if (walk.isFirstOfBlock) {
        if (this.#ends.has(walk.client))
          throw new UpdateFault('undecodable-update', 'two blocks of one client');
        have = Y.getState(doc.store, walk.client);
        blockIsNew = true;
      }
      const end = walk.clock + walk.length;
      if (walk.kind !== structKind.skip && end > have) {
        if (walk.clock > have) throw lacking();
        if (blockIsNew) this.#claim(walk.client, sender, ids);
        blockIsNew = false;
        bringsTypes ||= walk.kind === structKind.type;
        this.#want(doc, walk.originClient, walk.originClock);
        this.#want(doc, walk.rightClient, walk.rightClock);
        this.#want(doc, walk.parentClient, walk.parentClock);
        have = end;
      }
      this.#ends.set(walk.client, have);
    }
    return bringsTypes;
  }

  #claim(clientId: number, sender: ParticipantId, ids: ClientIds): void {
    if (!ids.mayWrite(clientId, sender))
      throw new UpdateFault('foreign-client-id', `client id ${clientId} is not the sender's`);
    this.writers.push(clientId);
    this.bringsStructs = true;
  }

  #want(doc: Y.Doc, client: number, clock: number): void {
    if (client === noClient) return;
    // A struct builds on earlier ones only; Yjs does not check that within one client and would throw.
    if (client === this.#walk.client) {
      if (clock >= this.#walk.clock) throw new UpdateFault('undecodable-update', 'builds on itself');
      return;
    }
    if (clock >= Y.getState(doc.store, client)) this.#wanted.push(client, clock);
  }

  #walkDeletes(doc: Y.Doc): void {
    const walk = this.#walk;
    while (walk.nextDelete()) {
      this.isEmpty = false;
      const have = this.#ends.get(walk.deleteClient) ?? Y.getState(doc.store, walk.deleteClient);
      if (walk.deleteClock + walk.deleteLength > have) throw lacking();
      this.deletes.push(walk.deleteClient, walk.deleteClock, walk.deleteLength);
    }
  }

  #findWanted(): void {
    for (let index = 0; index < this.#wanted.length; index += 2) {
      const end = this.#ends.get(this.#wanted[index] ?? noClient) ?? 0;
      if ((this.#wanted[index + 1] ?? 0) >= end) throw lacking();
    }
  }
}

function lacking(): UpdateFault {
  return new UpdateFault('missing-dependencies', 'builds on what the document lacks');
}
