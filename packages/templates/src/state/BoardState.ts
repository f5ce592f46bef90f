import type { ParticipantId, Partner, PartnerId, Role, TemplateOptions } from '@common-ground/protocol';
import type { PublishedWorkshop } from './PublishedWorkshop.ts';

/** A person on the board, as far as results name them. */
export interface StatePerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly partnerId: PartnerId | null;
  readonly role: Role;
  readonly removed: boolean;
}

/** That a template was laid out. */
export interface StateLaunch {
  readonly launchId: string;
  readonly templateId: string;
  readonly options: TemplateOptions;
  /** An own template whole, unchecked; left out for those that come with the program. */
  readonly template?: unknown;
}

/** A named area of a template. */
export interface StateSection {
  readonly shapeId: string;
  readonly key: string;
  readonly title: string;
  /** The partner whose lane it is. */
  readonly partnerId: PartnerId | null;
  readonly launchId: string | null;
}

/** A sticky note with words on it. */
export interface StateNote {
  readonly shapeId: string;
  readonly text: string;
  /** The section it lies in, by shape; null for none. */
  readonly sectionId: string | null;
  /** The key of that section. */
  readonly sectionKey: string | null;
  /** The cluster it lies in; null for none. */
  readonly clusterId: string | null;
  /** Who wrote it, and for which partner; null where that is not known, as after an anonymous reveal. */
  readonly authorId: ParticipantId | null;
  readonly partnerId: PartnerId | null;
  /** When, ms since 1970; null with the author: a time tells who was writing then. */
  readonly writtenAt: number | null;
  /** Until when its step was open, when it came after that, ms since 1970; null otherwise, and with the author. */
  readonly missedDate: number | null;
}

/** A frame or group of people's own with notes in it. */
export interface StateCluster {
  readonly shapeId: string;
  /** Its name; empty where nobody gave it one. */
  readonly title: string;
  readonly sectionKey: string | null;
}

/** A custom shape of a template. Its meta is whatever somebody wrote. */
export interface StateWidget {
  readonly shapeId: string;
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly launchId: string | null;
}

/**
 * What rules and reports read: the canvas and what the workshop has published, as plain data. Lists of shapes are in
 * reading order (page, from the top, from the left), so that the same board gives the same state wherever it is made.
 */
export interface BoardState {
  readonly title: string;
  /** Server time, ms. */
  readonly now: number;
  readonly partners: readonly Partner[];
  readonly people: readonly StatePerson[];
  /** Newest first. */
  readonly launches: readonly StateLaunch[];
  readonly sections: readonly StateSection[];
  readonly notes: readonly StateNote[];
  readonly clusters: readonly StateCluster[];
  readonly widgets: readonly StateWidget[];
  readonly workshop: PublishedWorkshop;
}

/** The notes in all sections of a key, in reading order. */
export function notesIn({ notes }: Pick<BoardState, 'notes'>, sectionKey: string): readonly StateNote[] {
  return notes.filter((note) => note.sectionKey === sectionKey);
}

/** How a partner is spoken of; null for people without one. */
export function partnerNameIn(
  { partners }: Pick<BoardState, 'partners'>,
  partnerId: PartnerId | null,
): string | null {
  return partners.find(({ id }) => id === partnerId)?.name ?? null;
}

/** How a person is spoken of; null for somebody the board does not know. */
export function personNameIn(
  { people }: Pick<BoardState, 'people'>,
  personId: ParticipantId | null,
): string | null {
  return people.find(({ id }) => id === personId)?.name ?? null;
}
