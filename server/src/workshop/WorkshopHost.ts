import type { CanvasLimit } from '@common-ground/board';
import {
  encodeCommandAnswer,
  encodeEphemeral,
  encodeNotice,
  type BoardId,
  type CommandEnvelope,
  type ParticipantId,
  type Result,
} from '@common-ground/protocol';
import type { Clock, Room, Session, WorkshopStore } from '@common-ground/sync';
import {
  applyDecision,
  canvasRight,
  type CanvasRight,
  currentStep,
  decide,
  parseCommand,
  refusePartnerChange,
  viewFor,
  type Chance,
  type CommandResult,
  type Decision,
  type EventType,
  type Refusal,
  type Request,
  type Workshop,
  type WorkshopState,
  type WorkshopView,
} from '@common-ground/workshop';
import { publishedOf, type PublishedWorkshop } from '@common-ground/templates';
import { EffectQueue } from './EffectQueue.ts';
import type { RoomRoster } from './RoomRoster.ts';
import { nextChangeAt } from './nextChangeAt.ts';
import { ViewSender } from './ViewSender.ts';
import type { WorkshopEffects } from './WorkshopEffects.ts';
import { readWorkshop, writeEntry } from './workshopRows.ts';

/** What a host works with. */
export interface WorkshopHostOptions {
  readonly boardId: BoardId;
  readonly room: Pick<Room, 'sessions'>;
  readonly store: WorkshopStore;
  readonly roster: RoomRoster;
  readonly effects: WorkshopEffects;
  readonly clock: Clock;
  readonly chance: Chance;
  /** The group left a step, or began or ended; the title is that of the step it was in. */
  readonly onStepLeft?: (by: ParticipantId, stepTitle: string | null) => void;
  /** Something went wrong that no client caused. */
  readonly onError: (error: unknown, what: string) => void;
}

/** Commands that wait on one board beyond which a connection that gives more is closed, and gives them again later. */
const maxWaiting = 1_000;
/** How often a command is decided anew because somebody else stored events meanwhile. */
const maxTries = 3;
/** Events after which the group is in another step than before. */
const movingEvents: ReadonlySet<string> = new Set<EventType>([
  'agenda.started',
  'agenda.stepEntered',
  'agenda.ended',
]);
/** Least pause between two notices that something was put back. */
const tellEveryMs = 3_000;

/** The canvas's own word for each right that is not a facilitator's. */
const limitByRight = { edit: 'unlocked', notes: 'notes', read: 'nothing' } as const satisfies Record<
  CanvasRight,
  CanvasLimit
>;

/**
 * The workshop of a board in memory. Commands are dealt with one after the other: decided, stored, applied, answered; then
 * their effects are made and everybody is sent what changed for them.
 */
export class WorkshopHost {
  readonly #options: WorkshopHostOptions;
  readonly #views: ViewSender;
  readonly #effects: EffectQueue;
  #workshop: Workshop;
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;
  #isClosed = false;
  readonly #toldAt = new WeakMap<Session, number>();

  /** Reads the board's workshop and its people, and makes effects that a crash has left out. Rejects when the storage fails. */
  static async load(options: WorkshopHostOptions): Promise<WorkshopHost> {
    const { store, boardId, roster } = options;
    await roster.refresh();
    const { workshop, withoutEffects } = readWorkshop(await store.load(boardId));
    const host = new WorkshopHost(options, workshop);
    host.#effects.add(withoutEffects);
    host.#enqueue(() => host.#effects.run());
    return host;
  }

  private constructor(options: WorkshopHostOptions, workshop: Workshop) {
    const { clock, room, store, boardId, effects, onError } = options;
    this.#options = options;
    this.#workshop = workshop;
    this.#views = new ViewSender({
      clock,
      sessions: () => room.sessions,
      viewer: () => this.#viewer(),
      nextChangeAt: () => nextChangeAt(this.#workshop.state, clock.now()),
    });
    this.#effects = new EffectQueue({
      run: (event) => effects.run(event, this.#workshop.state),
      noteDone: (version) => store.noteEffects(boardId, version),
      retryLater: (delayMs) => clock.after(delayMs, () => this.#enqueue(() => this.#effects.run())),
      onError,
    });
  }

  /** What everybody may know: the workshop without drafts and ballots. */
  get state(): WorkshopState {
    return this.#workshop.state;
  }

  /** Somebody came: they get their view at once, everybody else what it changes for them. */
  joined(session: Session): void {
    if (!this.#options.roster.isStale) this.#views.sendTo(session);
    this.#views.changed();
  }

  /** A connection of this participant has ended. */
  left(participantId: ParticipantId): void {
    this.#options.roster.left(participantId);
    this.#views.changed();
  }

  /** Somebody joined, was renamed or got another role, or a partner was added. */
  peopleChanged(): void {
    this.#options.roster.peopleChanged();
    this.#enqueue(async () => {
      await this.#options.roster.refresh();
      this.#views.changed();
    });
  }

  /** Takes a command; its answer goes to the session. */
  receive(session: Session, envelope: CommandEnvelope): void {
    if (this.#waiting >= maxWaiting) return session.close('server-trouble', 'too many commands wait');
    this.#enqueue(async () => {
      try {
        await this.#carryOut(session, envelope);
      } catch (error) {
        // Nothing has happened. The client gives the command again, under the same id, when it is back.
        session.close('server-trouble', 'a command could not be stored');
        throw error;
      }
    });
  }

  /**
   * All that a participant may see once every command so far is carried out; null for somebody who is not on the board.
   * Rejects when the storage fails.
   */
  view(participantId: ParticipantId): Promise<WorkshopView | null> {
    return this.betweenCommands(async () => {
      await this.#options.roster.refresh();
      return this.#viewer()(participantId);
    });
  }

  /** Does something while no command is being carried out, and no other before it ended. Rejects with what it throws. */
  betweenCommands<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(() => {
      if (this.#isClosed) throw new Error('The workshop is not in memory any more.');
      return work();
    });
    this.#tail = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** What everybody may know of the workshop now; null when there is nobody whose view could be taken. */
  published(): PublishedWorkshop | null {
    const { roster } = this.#options;
    const somebody = roster.now().members[0];
    const view = somebody === undefined ? null : this.#viewer()(somebody.id);
    return view === null ? null : publishedOf(view);
  }

  /** Title of the step the group is in; null while no workshop is going on. */
  get stepTitle(): string | null {
    return currentStep(this.#workshop.state)?.title ?? null;
  }

  /** Why a participant may not change their partner now; null if they may. */
  refusePartnerChange(participantId: ParticipantId): Refusal | null {
    return refusePartnerChange(this.#workshop.privates, participantId);
  }

  /** What a participant may change on the canvas now; null for everything. Asked for every edit. */
  limitOf(participantId: ParticipantId): CanvasLimit | null {
    const { roster } = this.#options;
    const role = roster.roleOf(participantId);
    if (role === 'facilitator') return null;
    const { state } = this.#workshop;
    if (role === null || !(state.canvas.isLocked || state.canvas.isNotesOnly)) return 'unlocked';
    return limitByRight[canvasRight(state, roster.now(), { role })];
  }

  /** Something that this session did to the canvas was put back: its person is told, but not at every stroke. */
  putBack(session: Session): void {
    const now = this.#options.clock.now();
    if (now - (this.#toldAt.get(session) ?? Number.NEGATIVE_INFINITY) < tellEveryMs) return;
    this.#toldAt.set(session, now);
    if (session.wantsExtras) session.send(encodeNotice({ code: 'edit-put-back' }));
  }

  /** Takes and sends nothing any more. */
  close(): void {
    this.#isClosed = true;
    this.#views.close();
    this.#effects.close();
  }

  #enqueue(task: () => Promise<void>): void {
    this.#waiting += 1;
    this.#tail = this.#tail.then(async () => {
      this.#waiting -= 1;
      if (this.#isClosed) return;
      try {
        await task();
      } catch (error) {
        if (!this.#isClosed) this.#options.onError(error, 'the workshop');
      }
    });
  }

  async #carryOut(session: Session, { commandId, command: given }: CommandEnvelope): Promise<void> {
    const command = parseCommand(given);
    if (!command.ok) return this.#answer(session, { commandId }, command);
    const request: Request = { commandId, actorId: session.participantId, command: command.value };
    const { stepTitle } = this;
    const decided = await this.#decideAndStore(request);
    if (!decided.ok) return this.#answer(session, request, decided);
    const { ephemerals, events, isRepeat, result } = decided.value;
    this.#answer(session, request, { ok: true, value: result });
    if (isRepeat) return;
    for (const sign of ephemerals) this.#broadcast(encodeEphemeral(sign));
    this.#views.changed();
    const first = decided.value.expectedVersion + 1;
    this.#effects.add(events.map((event, index) => ({ event, version: first + index })));
    await this.#effects.run();
    if (events.some(({ type }) => movingEvents.has(type)))
      this.#options.onStepLeft?.(session.participantId, stepTitle);
  }

  /** Decides, and for what is accepted stores it before it counts. Rejects when the storage fails. */
  async #decideAndStore(request: Request): Promise<Result<Decision, Refusal>> {
    const { boardId, chance, clock, roster, store } = this.#options;
    for (let tries = 1; ; tries += 1) {
      await roster.refresh();
      const decided = decide(this.#workshop, roster.now(), request, clock.now(), chance);
      const hasNews = decided.ok && !decided.value.isRepeat;
      if (!hasNews || (await store.append(writeEntry(boardId, request, decided.value)))) {
        this.#workshop = applyDecision(this.#workshop, request, decided);
        return decided;
      }
      if (tries >= maxTries) throw new Error('Somebody else keeps storing events of this board.');
      this.#workshop = readWorkshop(await store.load(boardId)).workshop;
    }
  }

  #viewer(): (participantId: ParticipantId) => ReturnType<typeof viewFor> {
    const roster = this.#options.roster.now();
    const now = this.#options.clock.now();
    return (participantId) => viewFor(this.#workshop, roster, participantId, now);
  }

  #answer(
    session: Session,
    { commandId }: Pick<Request, 'commandId'>,
    result: Result<CommandResult, Refusal>,
  ): void {
    session.send(encodeCommandAnswer({ commandId, result }));
  }

  #broadcast(frame: Uint8Array): void {
    for (const session of this.#options.room.sessions) if (session.wantsExtras) session.send(frame);
  }
}
