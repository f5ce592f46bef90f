import type { BoardChange, BoardId, ParticipantId } from '@common-ground/protocol';
import type { Clock, EditGuard, Room, RoomHooks, WorkshopStore } from '@common-ground/sync';
import {
  stepPlace,
  type Chance,
  type StepPlace,
  type WorkshopEvent,
  type WorkshopState,
} from '@common-ground/workshop';
import type * as Y from 'yjs';
import type { ParticipantStore } from '../access/ParticipantStore.ts';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { RoomRoster, type People } from './RoomRoster.ts';
import { WorkshopEffects } from './WorkshopEffects.ts';
import { isTold, WorkshopGuard } from './WorkshopGuard.ts';
import { WorkshopHost } from './WorkshopHost.ts';
import { readWorkshop } from './workshopRows.ts';

/** What {@link Workshops} works with. */
export interface WorkshopsOptions {
  readonly store: WorkshopStore;
  readonly directory: BoardDirectory;
  readonly participants: ParticipantStore;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Tells everybody on a board what changed. */
  readonly announce: (boardId: BoardId, change: BoardChange) => void;
  /** Tells those who are away what an event brought; rejects when the storage fails, and is then asked again. */
  readonly tell: (
    boardId: BoardId,
    event: WorkshopEvent,
    version: number,
    state: WorkshopState,
  ) => Promise<void>;
  /** A workshop was read, and is in memory from now on. */
  readonly onLoaded?: (boardId: BoardId, state: WorkshopState) => void;
  /** The group on a board left a step, or began or ended; the title is that of the step it was in. */
  readonly onStepLeft?: (boardId: BoardId, by: ParticipantId, stepTitle: string | null) => void;
  /** Something went wrong that no client caused. */
  readonly onError: (boardId: BoardId, error: unknown, what: string) => void;
}

interface Entry {
  readonly loading: Promise<WorkshopHost>;
  /** Once it is loaded. */
  host: WorkshopHost | null;
}

/** The workshop that a board's guard asks; null until it is loaded. */
interface Guarding {
  host: WorkshopHost | null;
}

/** The workshops of the boards in memory: each comes with its room and goes with it. */
export class Workshops {
  readonly #options: WorkshopsOptions;
  readonly #entries = new Map<BoardId, Entry>();
  readonly #guarding = new Map<BoardId, Guarding>();

  constructor(options: WorkshopsOptions) {
    this.#options = options;
  }

  /** What a board's room tells the workshop. Nobody joins a room before {@link open} has ended. */
  hooksFor(boardId: BoardId): RoomHooks {
    return {
      onJoin: (session) => this.peek(boardId)?.joined(session),
      onCommand: (session, envelope) => this.peek(boardId)?.receive(session, envelope),
      onPutBack: (session, lane) => {
        if (isTold(lane)) this.peek(boardId)?.putBack(session);
      },
      onSessionEnd: (session) => this.peek(boardId)?.left(session.participantId),
      onClose: () => {
        const entry = this.#entries.get(boardId);
        this.#entries.delete(boardId);
        this.#guarding.delete(boardId);
        void entry?.loading.then(
          (host) => host.close(),
          () => undefined,
        );
      },
    };
  }

  /**
   * What keeps a board's document as its workshop allows. It knows the workshop for as long as the document lives: a room that
   * closes still stores what waits, when its workshop has left memory already.
   */
  guardFor(boardId: BoardId, doc: Y.Doc): EditGuard {
    const guarding: Guarding = { host: this.peek(boardId) };
    this.#guarding.set(boardId, guarding);
    return new WorkshopGuard(doc, (participantId) =>
      guarding.host === null ? 'nothing' : guarding.host.limitOf(participantId),
    );
  }

  /** The workshop of a room, read if need be. Rejects when it cannot be read, and keeps nothing of the attempt. */
  async open(room: Room): Promise<WorkshopHost> {
    const { boardId } = room;
    const known = this.#entries.get(boardId);
    if (known) return known.loading;
    const entry: Entry = { loading: this.#load(room), host: null };
    this.#entries.set(boardId, entry);
    try {
      entry.host = await entry.loading;
      const guarding = this.#guarding.get(boardId);
      if (guarding) guarding.host = entry.host;
      this.#options.onLoaded?.(boardId, entry.host.state);
      return entry.host;
    } catch (error) {
      if (this.#entries.get(boardId) === entry) this.#entries.delete(boardId);
      throw error;
    }
  }

  /** Somebody joined a board, was renamed or got another role, or a partner was added. */
  peopleChanged(boardId: BoardId): void {
    void this.#entries.get(boardId)?.loading.then(
      (host) => host.peopleChanged(),
      // Whoever opens the board is told why it cannot be read.
      () => undefined,
    );
  }

  /** The workshop of a board if it is in memory. */
  peek(boardId: BoardId): WorkshopHost | null {
    return this.#entries.get(boardId)?.host ?? null;
  }

  /** The step a board's workshop is in, counted from 1; null when none is running. Rejects when the storage fails. */
  async stepNow(boardId: BoardId): Promise<StepPlace | null> {
    const { store } = this.#options;
    const state = this.peek(boardId)?.state ?? readWorkshop(await store.load(boardId)).workshop.state;
    return stepPlace(state);
  }

  #load(room: Room): Promise<WorkshopHost> {
    const { announce, chance, clock, onError, onStepLeft, participants, store, tell } = this.#options;
    const { boardId } = room;
    const roster = new RoomRoster({
      clock,
      readPeople: () => this.#readPeople(boardId),
      presentIds: () => room.participantIds,
    });
    const effects = new WorkshopEffects({
      boardId,
      room,
      participants,
      announce: (change) => announce(boardId, change),
      partners: () => roster.now().partners,
      tell: (event, version, state) => tell(boardId, event, version, state),
    });
    return WorkshopHost.load({
      boardId,
      room,
      store,
      roster,
      effects,
      clock,
      chance,
      onStepLeft: (by, stepTitle) => onStepLeft?.(boardId, by, stepTitle),
      onError: (error, what) => onError(boardId, error, what),
    });
  }

  async #readPeople(boardId: BoardId): Promise<People> {
    const { directory, participants } = this.#options;
    const board = await directory.find(boardId);
    if (!board) throw new Error(`No board ${boardId} in the directory`);
    return { partners: board.partners, participants: await participants.list(boardId) };
  }
}
