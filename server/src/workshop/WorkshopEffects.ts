import {
  patchWidgets,
  placeNotes,
  repairBoard,
  type NoteToPlace,
  type Placement,
} from '@common-ground/board';
import {
  sharedNoteColour,
  type BoardChange,
  type BoardId,
  type ParticipantId,
  type Partner,
} from '@common-ground/protocol';
import type { Room } from '@common-ground/sync';
import type { RevealedNote, WorkshopEvent, WorkshopState } from '@common-ground/workshop';
import type { ParticipantChange, ParticipantStore } from '../access/ParticipantStore.ts';
import { toParticipant } from '../boards/LiveBoards.ts';
import { parseWidgetDraft, widgets, type RevealedDraft } from '@common-ground/templates';
import { boardSchema } from '../boards/prepareBoard.ts';
import { changesOutcomes, isTold, type OutcomesEvent, type ToldEvent } from '../feeds/toldEvents.ts';
import type { NumberedEvent } from './workshopRows.ts';

/** What effects work with. */
export interface WorkshopEffectsOptions {
  readonly boardId: BoardId;
  readonly room: Pick<Room, 'transact' | 'setRole' | 'disconnect'>;
  readonly participants: ParticipantStore;
  /** Tells everybody on the board what changed. */
  readonly announce: (change: BoardChange) => void;
  readonly partners: () => readonly Partner[];
  /** Tells those who are away what an event brought. Rejects when the storage fails. */
  readonly tell: (event: WorkshopEvent, version: number, state: WorkshopState) => Promise<void>;
}

type EventOf<T extends WorkshopEvent['type']> = Extract<WorkshopEvent, { type: T }>;

/** The events that do something outside the workshop. */
export type EffectfulEvent =
  | EventOf<'drafts.revealed' | 'people.roleChanged' | 'people.removed' | 'restatements.answered'>
  | ToldEvent
  | OutcomesEvent;

/** Whether an event does something outside the workshop. */
export function hasEffect(event: WorkshopEvent): event is EffectfulEvent {
  const { type } = event;
  return (
    type === 'drafts.revealed' ||
    type === 'people.roleChanged' ||
    type === 'people.removed' ||
    type === 'restatements.answered' ||
    isTold(event) ||
    changesOutcomes(event)
  );
}

/** What events do outside the workshop. The same effect again changes nothing, so that a crash in between does no harm. */
export class WorkshopEffects {
  readonly #options: WorkshopEffectsOptions;

  constructor(options: WorkshopEffectsOptions) {
    this.#options = options;
  }

  /** Makes the effect of an event. Rejects when canvas or storage fail. */
  async run({ event, version }: NumberedEvent<EffectfulEvent>, state: WorkshopState): Promise<void> {
    await this.#carryOut(event, version, state);
    await this.#options.tell(event, version, state);
  }

  async #carryOut(event: EffectfulEvent, version: number, state: WorkshopState): Promise<void> {
    const { type } = event;
    if (type === 'drafts.revealed') return this.#reveal(event, version, state);
    if (type === 'people.roleChanged') return this.#changeRole(event);
    if (type === 'people.removed') return this.#remove(event);
    if (type === 'restatements.answered') return this.#keepHeard(event, state);
  }

  async #reveal(
    { notes, stepKey, into, at }: EventOf<'drafts.revealed'>,
    version: number,
    { agenda }: WorkshopState,
  ): Promise<void> {
    if (into === 'widget') return this.#revealViews(notes, version);
    await this.#place({
      placementId: `reveal-${version}`,
      templateId: agenda.phase === 'idle' ? null : agenda.templateId,
      notes: notes.map((note) => this.#toPlace(note, stepKey, at)),
    });
  }

  /** What a partner said back and the speaker heard becomes a note in the speaker's lane, each wording once. */
  async #keepHeard(
    { at, heard, restatementId }: EventOf<'restatements.answered'>,
    { agenda, restatements }: WorkshopState,
  ): Promise<void> {
    const said = restatements.restatements.find((one) => one.restatementId === restatementId);
    if (!heard || said === undefined || agenda.phase === 'idle') return;
    const { byPartnerId, ofPartnerId, stepKey, text, version } = said;
    const mode = agenda.steps.find(({ key }) => key === stepKey)?.mode;
    const keys = mode?.kind === 'discuss' ? (mode.sectionKeys ?? []) : [];
    const sectionKey = keys.find((key) => key.endsWith(`:${ofPartnerId}`));
    if (sectionKey === undefined) return;
    const noteId = `heard-${restatementId}-${version}`;
    const note = { noteId, sectionKey, text, authorId: null, partnerId: byPartnerId };
    await this.#place({
      placementId: noteId,
      templateId: agenda.templateId,
      notes: [this.#toPlace(note, stepKey, at)],
    });
  }

  async #place(placement: Placement): Promise<void> {
    await this.#options.room.transact((doc) => {
      // Whatever clients did to the pages, there is one to lay notes on afterwards.
      repairBoard(doc, boardSchema);
      placeNotes(doc, placement);
    });
  }

  /** Drafts of widgets become what the widget's template makes of them. */
  async #revealViews(notes: readonly RevealedNote[], version: number): Promise<void> {
    const byShape = Map.groupBy(notes.flatMap(toRevealedDraft), ({ shapeId }) => shapeId);
    await this.#options.room.transact((doc) => {
      patchWidgets(doc, boardSchema, {
        placementId: `reveal-${version}`,
        shapeIds: [...byShape.keys()],
        patchOf: ({ id, meta, props, type }) => {
          const widget = widgets.find((known) => known.type === type);
          const shape = { id, meta, props: { ...props } };
          return widget?.takeDrafts?.(shape, byShape.get(id) ?? [], this.#options.partners()) ?? {};
        },
      });
    });
  }

  /** A note has its partner's colour; one of nobody known is yellow, as every shared note. */
  #toPlace(
    { noteId, sectionKey, text, authorId, partnerId, missedDate }: RevealedNote,
    stepKey: string,
    revealedAt: number,
  ): NoteToPlace {
    const partner = this.#options.partners().find(({ id }) => id === partnerId);
    return {
      noteId,
      sectionKey,
      text,
      colour: partner?.colour ?? sharedNoteColour,
      meta: {
        stepKey,
        // When everybody got it; when it was written would tell who wrote it.
        createdAt: revealedAt,
        ...(partnerId !== null && { partnerId }),
        ...(authorId !== null && { createdBy: authorId }),
        ...(missedDate !== undefined && { missedDate }),
      },
    };
  }

  async #changeRole({
    participantId,
    role,
  }: {
    participantId: ParticipantId;
    role: ParticipantChange['role'];
  }) {
    await this.#change(participantId, role === undefined ? {} : { role });
    if (role !== undefined) this.#options.room.setRole(participantId, role);
  }

  async #remove({ participantId, at }: { participantId: ParticipantId; at: number }): Promise<void> {
    await this.#change(participantId, { removedAt: at });
    this.#options.room.disconnect(participantId, 'removed');
  }

  async #change(participantId: ParticipantId, change: ParticipantChange): Promise<void> {
    const { announce, boardId, participants } = this.#options;
    const changed = await participants.change(boardId, participantId, change);
    if (changed) announce({ participants: [toParticipant(changed)] });
  }
}

/** Drafts of people without a partner are nobody's view. */
function toRevealedDraft({ sectionKey, text, partnerId }: RevealedNote): RevealedDraft[] {
  const draft = parseWidgetDraft(sectionKey, text);
  return draft === null || partnerId === null ? [] : [{ ...draft, partnerId }];
}
