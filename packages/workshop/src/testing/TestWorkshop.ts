import type { CommandId, ParticipantId, PartnerId, Result, Role } from '@common-ground/protocol';
import type { Chance } from '../core/Chance.ts';
import type { Command, Request } from '../core/Command.ts';
import { type Decision, decide } from '../core/decide.ts';
import type { WorkshopEvent } from '../core/Event.ts';
import type { Refusal, RefusalCode } from '../core/Refusal.ts';
import type { Member, Roster } from '../core/Roster.ts';
import { viewFor } from '../core/viewFor.ts';
import type { WorkshopView } from '../core/View.ts';
import { type Workshop, applyDecision, newWorkshop } from '../core/Workshop.ts';
import type { StepMode } from '../Step.ts';
import { agenda } from './agenda.ts';
import { SeededChance } from './SeededChance.ts';

/** The people of the tests: north sends three, south one, west three; the facilitator and the observer belong to none. */
const people = {
  fay: ['facilitator', null],
  alice: ['contributor', 'north'],
  anna: ['contributor', 'north'],
  arif: ['contributor', 'north'],
  bob: ['contributor', 'south'],
  carol: ['contributor', 'west'],
  cem: ['contributor', 'west'],
  cleo: ['contributor', 'west'],
  olga: ['observer', null],
} as const;

/** The name, and id, of one of them. */
export type Person = keyof typeof people;
/** All of them. */
export const everybody = Object.keys(people) as Person[];

/** A person's id from a test's word. */
export const personId = (name: string) => name as ParticipantId;
/** A partner's id from a test's word. */
export const partnerId = (name: string) => name as PartnerId;

/** A server in small: decides, applies and keeps the roster, as the room will, with a clock that the test turns. */
export class TestWorkshop {
  workshop: Workshop = newWorkshop;
  roster: Roster;
  now = 1_000_000;
  readonly events: WorkshopEvent[] = [];
  readonly requests: Request[] = [];
  readonly #chance: Chance;
  #commandCount = 0;

  constructor(seed = 1) {
    this.#chance = new SeededChance(seed);
    this.roster = {
      partners: [
        { id: partnerId('north'), name: 'North', colour: 'blue' },
        { id: partnerId('south'), name: 'South', colour: 'orange' },
        { id: partnerId('west'), name: 'West', colour: 'green' },
      ],
      members: everybody.map((name) => this.#memberOf(name)),
    };
  }

  /** Gives a command under a new id, or again under one that was used. */
  give(person: Person, command: Command, commandId?: string): Result<Decision, Refusal> {
    this.#commandCount += 1;
    const id = (commandId ?? `command-${this.#commandCount}`) as CommandId;
    const request: Request = { commandId: id, actorId: personId(person), command };
    const decided = decide(this.workshop, this.roster, request, this.now, this.#chance);
    this.requests.push(request);
    this.workshop = applyDecision(this.workshop, request, decided);
    if (decided.ok) {
      this.events.push(...decided.value.events);
      for (const event of decided.value.events) this.#followRoster(event);
    }
    return decided;
  }

  /** Gives a command that is carried out. */
  do(person: Person, command: Command): Decision {
    const decided = this.give(person, command);
    if (!decided.ok) throw new Error(`${command.type} of ${person}: ${decided.error.message}`);
    return decided.value;
  }

  /** Gives a command that is refused, and says why. */
  refusal(person: Person, command: Command): RefusalCode | 'accepted' {
    const decided = this.give(person, command);
    return decided.ok ? 'accepted' : decided.error.code;
  }

  view(person: Person): WorkshopView {
    const view = viewFor(this.workshop, this.roster, personId(person), this.now);
    if (!view) throw new Error(`${person} is not on the board`);
    return view;
  }

  start(): this {
    this.do('fay', { type: 'agenda.start', title: 'Looking back', templateId: null, steps: agenda });
    return this;
  }

  goTo(toStepKey: string): this {
    if (this.currentKey === toStepKey) return this;
    const expectedStepKey = this.currentKey;
    const how = { reason: 'for the test', startTimer: false };
    this.do('fay', { type: 'agenda.jump', expectedStepKey, toStepKey, ...how });
    return this;
  }

  write(person: Person, stepKey: string, draftId: string, text = `text of ${draftId}`): Decision {
    const mode = modeOfStep(stepKey, 'private');
    const told = { scope: mode.scope, reveal: mode.reveal };
    const sectionKey = mode.sectionKeys[0] ?? 'any';
    return this.do(person, { type: 'drafts.write', stepKey, sectionKey, told, drafts: [{ draftId, text }] });
  }

  dots(person: Person, stepKey: string, itemId: string, dots: number, round = 1): Decision {
    const told = modeOfStep(stepKey, 'vote').privacy;
    return this.do(person, { type: 'ballots.placeDots', stepKey, round, told, itemId, dots });
  }

  rate(
    person: Person,
    stepKey: string,
    itemId: string | null,
    questionKey: string | null,
    value: number | null,
  ): Decision {
    const told = modeOfStep(stepKey, 'check').privacy;
    const answers = [{ itemId, questionKey, value }];
    return this.do(person, { type: 'ballots.rate', stepKey, round: 1, told, answers });
  }

  setPresent(person: Person, present: boolean): this {
    return this.#change(person, { present, lastSeenAt: this.now });
  }

  get currentKey(): string {
    const { agenda } = this.workshop.state;
    return agenda.phase === 'running' ? agenda.currentKey : '';
  }

  #memberOf(name: Person): Member {
    const [role, partner]: readonly [Role, string | null] = people[name];
    const who = { id: personId(name), name, role, removed: false };
    return {
      ...who,
      partnerId: partner === null ? null : partnerId(partner),
      present: true,
      lastSeenAt: this.now,
    };
  }

  #followRoster(event: WorkshopEvent): void {
    if (event.type === 'people.roleChanged') this.#change(event.participantId, { role: event.role });
    if (event.type === 'people.removed') this.#change(event.participantId, { removed: true });
  }

  #change(person: string, change: Partial<Member>): this {
    const members = this.roster.members.map((member) =>
      member.id === person ? { ...member, ...change } : member,
    );
    this.roster = { ...this.roster, members };
    return this;
  }
}

function modeOfStep<K extends StepMode['kind']>(stepKey: string, kind: K): Extract<StepMode, { kind: K }> {
  const mode = agenda.find(({ key }) => key === stepKey)?.mode;
  if (mode?.kind !== kind) throw new Error(`${stepKey} is no ${kind} step`);
  return mode as Extract<StepMode, { kind: K }>;
}
