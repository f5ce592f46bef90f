import { mayEdit, exhaustive } from '@common-ground/protocol';
import * as fc from 'fast-check';
import { type CommandType, commandTypes, permissions } from '../core/Command.ts';
import type { StepMode } from '../Step.ts';
import { randomCommand } from './randomCommand.ts';
import { type Person, everybody, TestWorkshop } from './TestWorkshop.ts';

/** One thing that happens: somebody gives a command that dice make, comes or goes, or time passes. */
export type Move =
  | { readonly kind: 'command'; readonly dice: readonly number[] }
  | { readonly kind: 'presence'; readonly of: Person; readonly present: boolean }
  | { readonly kind: 'time'; readonly ms: number };

const dice = fc.array(fc.nat(999), { minLength: 10, maxLength: 10 });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 20, arbitrary: dice.map((dice) => ({ kind: 'command', dice }) as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('presence' as const),
      of: fc.constantFrom(...everybody),
      present: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.nat(90_000) }) },
);

/** What happens in a workshop that has been started, in any order. */
export const moves: fc.Arbitrary<Move[]> = fc.array(move, { minLength: 10, maxLength: 80, size: 'max' });

/** Makes all moves in a workshop of its own, calling back after each. */
export function play(
  all: readonly Move[],
  afterEach: (workshop: TestWorkshop) => void = () => {},
): TestWorkshop {
  const workshop = new TestWorkshop().start();
  for (const one of all) {
    makeMove(workshop, one);
    afterEach(workshop);
  }
  return workshop;
}

/** What people mostly do in a step, so that runs get somewhere; every other command comes as well. */
const usual: { readonly [K in StepMode['kind']]: readonly CommandType[] } = {
  open: ['agenda.next', 'agenda.jump'],
  private: ['drafts.write', 'drafts.write', 'drafts.edit', 'drafts.move', 'drafts.delete', 'drafts.reveal'],
  group: ['drafts.reveal', 'agenda.next'],
  vote: ['ballots.open', 'ballots.placeDots', 'ballots.placeDots', 'ballots.retract', 'ballots.close'],
  check: ['ballots.open', 'ballots.rate', 'ballots.rate', 'ballots.setItems', 'ballots.reopen'],
  discuss: ['discussion.startTopic', 'discussion.askGoOn', 'discussion.thumb', 'restatements.write'],
  decide: ['consent.propose', 'consent.answer', 'consent.adopt'],
  commit: ['signatures.putAgreement', 'signatures.sign', 'signatures.withdraw'],
};

function makeMove(workshop: TestWorkshop, move: Move): void {
  switch (move.kind) {
    case 'command':
      giveByDice(workshop, move.dice);
      return;
    case 'presence':
      workshop.setPresent(move.of, move.present);
      return;
    case 'time':
      workshop.now += move.ms;
      return;
    default:
      exhaustive(move);
  }
}

function giveByDice(workshop: TestWorkshop, [how = 0, which = 0, who = 0, ...rest]: readonly number[]): void {
  const { agenda } = workshop.workshop.state;
  const mode = agenda.phase === 'running' && agenda.steps.find(({ key }) => key === agenda.currentKey)?.mode;
  const types = mode && how % 10 < 6 ? usual[mode.kind] : commandTypes;
  const type = types[which % types.length] ?? 'agenda.next';
  const by = how % 10 === 9 ? everybody : able(workshop, type);
  const person = by[who % by.length] ?? 'fay';
  workshop.give(person, randomCommand(type, person, rest, workshop));
}

/** Who may give it, as the roster stands. */
function able({ roster }: TestWorkshop, type: CommandType): Person[] {
  const who = permissions[type];
  return everybody.filter((person) => {
    const member = roster.members.find(({ id }) => id === person);
    if (!member || member.removed) return false;
    return who === 'facilitators' ? member.role === 'facilitator' : mayEdit(member.role);
  });
}
