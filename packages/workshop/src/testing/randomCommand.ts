import type { Command, CommandType } from '../core/Command.ts';
import { agenda } from './agenda.ts';
import { sampleCommand } from './samples.ts';
import { type Person, everybody, partnerId, personId, type TestWorkshop } from './TestWorkshop.ts';

/** What a variant may be made of. */
interface Throw {
  readonly by: Person;
  /** The step the group is in, now and then another one. */
  readonly stepKey: string;
  readonly dice: readonly [number, number, number, number, number];
  readonly workshop: TestWorkshop;
}

type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
type Variants = { readonly [T in CommandType]?: (thrown: Throw) => Partial<CommandOf<T>> };

/**
 * The sample of a type with what varies thrown anew: mostly fitting, sometimes not. Texts of drafts carry their
 * writer's name (`whisper-alice-…`), so that a leak is seen.
 */
export function randomCommand(
  type: CommandType,
  by: Person,
  [d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0, d6 = 0]: readonly number[],
  workshop: TestWorkshop,
): Command {
  const isElsewhere = d0 % 8 === 0 || workshop.currentKey === '';
  const stepKey = isElsewhere ? stepAt(d1) : workshop.currentKey;
  const thrown: Throw = { by, stepKey, dice: [d2, d3, d4, d5, d6], workshop };
  return { ...sampleCommand(type, workshop), ...variants[type]?.(thrown) } as Command;
}

const ofStep = ({ stepKey }: Throw) => ({ stepKey });
const ofAnyStep = ({ dice: [d0] }: Throw) => ({ stepKey: stepAt(d0) });

const variants: Variants = {
  'agenda.start': () => ({ steps: agenda }),
  'agenda.jump': ({ dice: [d0, d1] }) => ({ toStepKey: stepAt(d0), reason: d1 % 2 ? 'enough' : null }),
  'agenda.end': ({ dice: [d0, d1] }) => ({ reason: d0 % 4 ? null : 'enough', discardDrafts: d1 % 2 === 0 }),
  'agenda.removeStep': ofAnyStep,
  'agenda.editStep': ofAnyStep,
  'agenda.moveStep': ofAnyStep,
  'drafts.write': ({ by, stepKey, dice: [d0, d1] }) => ({
    ...writing(stepKey),
    drafts: [d0, d1].map((die) => whisper(by, die)),
  }),
  'drafts.edit': (thrown) => ({ ...existingDraft(thrown), text: `whisper-${thrown.by}-edited` }),
  'drafts.move': existingDraft,
  'drafts.delete': (thrown) => ({ draftIds: [existingDraft(thrown).draftId] }),
  'drafts.reveal': ({ stepKey, dice: [d0, d1] }) => ({
    stepKey: d0 % 2 ? stepKey : stepAt(1 + ((d0 >> 1) % 4)),
    lane: d1 % 3 === 0 ? null : { partnerId: partnerAt(d1 >> 2) },
  }),
  'ballots.open': ofStep,
  'ballots.reopen': ofStep,
  'ballots.setItems': ofStep,
  'ballots.close': ofStep,
  'ballots.show': ofStep,
  'ballots.retract': ofStep,
  'discussion.queueFromVote': ofStep,
  'ballots.placeDots': (thrown) => ({
    ...voting(thrown),
    itemId: itemAt(thrown.dice[1]),
    dots: thrown.dice[2] % 5,
  }),
  'ballots.rate': (thrown) => ({ ...voting(thrown), answers: [answerOf(thrown)] }),
  'discussion.thumb': ({ workshop: { workshop }, dice: [d0] }) => ({
    askNumber: workshop.state.discussion.askCount,
    thumb: (['up', 'side', 'down', null] as const)[d0 % 4] ?? null,
  }),
  'restatements.write': ({ dice: [d0] }) => ({ ofPartnerId: partnerAt(d0) }),
  'people.setRole': ({ dice: [d0, d1] }) => ({
    participantId: someone(d0),
    role: d1 % 3 ? 'contributor' : 'facilitator',
  }),
  'people.handOver': sometimesSomeone,
  'people.remove': sometimesSomeone,
};

function stepAt(die: number): string {
  return agenda[die % agenda.length]?.key ?? '';
}

function modeAt(stepKey: string) {
  return agenda.find(({ key }) => key === stepKey)?.mode;
}

function someone(die: number) {
  return personId(everybody[die % everybody.length] ?? '');
}

function sometimesSomeone({ dice: [d0, d1] }: Throw) {
  return { participantId: d1 % 3 === 0 ? someone(d0) : personId('nobody') };
}

function itemAt(die: number) {
  return die % 2 ? 'shape:one' : 'shape:two';
}

function partnerAt(die: number) {
  return partnerId((['north', 'south', 'west'] as const)[die % 3] ?? 'north');
}

function whisper(by: Person, die: number) {
  return { draftId: `draft-${die}`, text: `whisper-${by}-${die}` };
}

function existingDraft({ workshop: { workshop }, dice: [which, revDie] }: Throw) {
  const { drafts } = workshop.privates;
  const draft = drafts[which % Math.max(1, drafts.length)];
  const rev = draft && revDie % 5 ? draft.rev : 0;
  return { draftId: draft?.draftId ?? 'draft-none', rev };
}

function writing(stepKey: string) {
  const mode = modeAt(stepKey);
  const terms = mode?.kind === 'private' ? { scope: mode.scope, reveal: mode.reveal } : null;
  return { stepKey, told: terms ?? ({ scope: 'own', reveal: 'named' } as const) };
}

function voting({ workshop: { workshop }, stepKey, dice }: Throw) {
  const mode = modeAt(stepKey);
  const privacy = mode?.kind === 'vote' || mode?.kind === 'check' ? mode.privacy : 'anonymous';
  const round = workshop.state.ballots.votes.find((vote) => vote.stepKey === stepKey)?.round ?? 1;
  return { stepKey, round, told: dice[4] % 9 === 0 ? ('anonymous' as const) : privacy };
}

function answerOf({ stepKey, dice: [itemDie, questionDie, valueDie] }: Throw) {
  const mode = modeAt(stepKey);
  const questions = mode?.kind === 'check' ? mode.questions : [];
  const hasItems = mode?.kind === 'check' && mode.statementSectionKeys.length > 0;
  const questionKey = questions[questionDie % Math.max(1, questions.length)]?.key ?? null;
  const value = valueDie % 8 === 7 ? null : valueDie % 8;
  return { itemId: hasItems ? itemAt(itemDie) : null, questionKey, value };
}
