import type { Partner, ParticipantId, Role } from '@common-ground/protocol';
import type { Agenda, StepMode } from '@common-ground/workshop';

/** How this browser stands with the server. */
export interface ConnectionState {
  readonly network: 'connecting' | 'online' | 'offline';
  /** `trouble`: the server cannot save; the board is read-only meanwhile. */
  readonly saving: 'saved' | 'saving' | 'trouble';
  /** Edits of this browser that are not on the server's disk yet. */
  readonly unsavedCount: number;
}

/** Somebody who has the board open now, you included. */
export interface PresentPerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** Null for somebody who is with none of the partners. */
  readonly partner: Partner | null;
  readonly isYou: boolean;
}

/** Somebody who has joined the board, whether they have it open or not. */
export interface BoardPerson extends PresentPerson {
  readonly isHere: boolean;
}

/** A template's agenda as the side panel lists it. */
export interface AgendaView {
  readonly templateId: string;
  readonly templateName: string;
  readonly steps: readonly AgendaStep[];
  /** The same, whole, to start a workshop with. */
  readonly agenda: Agenda;
}

/** One line of an {@link AgendaView}. */
export interface AgendaStep {
  readonly key: string;
  readonly title: string;
  readonly instruction: string;
  readonly minutes: number;
  readonly mode: StepMode['kind'];
}

/** Something to tell the people on the board, until it passes or is put away. */
export interface BoardNotice {
  readonly id: string;
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
  /** How far something is, from 0 to 1. */
  readonly progress?: number;
  /** A button in the notice. */
  readonly action: { readonly label: string; readonly onClick: () => void } | null;
  /** Null for a notice that stays until its cause is gone. */
  readonly onDismiss: (() => void) | null;
  /** What putting it away means, where it means more than that. */
  readonly dismissLabel?: string;
}
