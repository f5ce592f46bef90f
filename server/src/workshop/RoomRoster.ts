import type { ParticipantId, Partner, Role } from '@common-ground/protocol';
import type { Clock } from '@common-ground/sync';
import type { Roster } from '@common-ground/workshop';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';

/** Partners and people of a board, as stored. */
export interface People {
  readonly partners: readonly Partner[];
  readonly participants: readonly ParticipantRecord[];
}

/** What a roster works with. */
export interface RoomRosterOptions {
  readonly clock: Clock;
  readonly readPeople: () => Promise<People>;
  readonly presentIds: () => ReadonlySet<ParticipantId>;
}

/** Who is on a board: the people as stored, and which of them the room has a connection of. */
export class RoomRoster {
  readonly #options: RoomRosterOptions;
  readonly #loadedAt: number;
  readonly #lastSeenAt = new Map<ParticipantId, number>();
  #people: People = { partners: [], participants: [] };
  #roles: ReadonlyMap<ParticipantId, Role> = new Map();
  #isStale = true;

  constructor(options: RoomRosterOptions) {
    this.#options = options;
    this.#loadedAt = options.clock.now();
  }

  /** Whether people changed since they were read. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Somebody joined, was renamed or got another role: read again before the next use. */
  peopleChanged(): void {
    this.#isStale = true;
  }

  /** A connection of this participant has ended. */
  left(participantId: ParticipantId): void {
    this.#lastSeenAt.set(participantId, this.#options.clock.now());
  }

  /** Brings the people up to date. Rejects when the storage fails; then they stay as they were. */
  async refresh(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      try {
        this.#people = await this.#options.readPeople();
        this.#roles = new Map(this.#people.participants.map(({ id, role }) => [id, role]));
      } catch (error) {
        this.#isStale = true;
        throw error;
      }
    }
  }

  /** A participant's role as it was read last; null for a stranger. */
  roleOf(participantId: ParticipantId): Role | null {
    return this.#roles.get(participantId) ?? null;
  }

  /** The roster at this moment. */
  now(): Roster {
    const present = this.#options.presentIds();
    const { partners, participants } = this.#people;
    return {
      partners,
      members: participants.map(({ id, name, partnerId, role, joinedAt, removedAt }) => ({
        id,
        name,
        partnerId,
        role,
        removed: removedAt !== null,
        present: present.has(id),
        // When the board was not in memory nobody could be seen; nobody is called away for longer than it has been.
        lastSeenAt: this.#lastSeenAt.get(id) ?? Math.max(joinedAt, this.#loadedAt),
      })),
    };
  }
}
