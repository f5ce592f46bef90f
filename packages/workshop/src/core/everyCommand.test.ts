import { describe, expect, test } from 'vitest';
import { everybody, TestWorkshop } from '../testing/TestWorkshop.ts';
import { prepareSample, sampleCommand, samples } from '../testing/samples.ts';
import { type CommandType, commandTypes, parseCommand, permissions } from './Command.ts';
import { eventTypes, parseEvent } from './Event.ts';
import { evolve } from './evolve.ts';
import { type RefusalCode, refusalSentences } from './Refusal.ts';
import { initialState } from './State.ts';

type Expected = RefusalCode | 'accepted';

/** A step of every mode. */
const steps = {
  open: 'arrive',
  private: 'gather',
  group: 'read',
  vote: 'vote',
  check: 'align',
  discuss: 'discuss',
  decide: 'decide',
  commit: 'sign',
} as const;
type StateName = keyof typeof steps | 'idle' | 'ended';

/** `running` holds for the steps that are not named. */
type Row = { readonly idle: Expected; readonly running: Expected; readonly ended: Expected } & {
  readonly [S in keyof typeof steps]?: Expected;
};

const always: Row = { idle: 'accepted', running: 'accepted', ended: 'accepted' };
const whileRunning: Row = { idle: 'not-running', running: 'accepted', ended: 'not-running' };
/** What it is about has to be there: in the idle workshop nothing is. */
const about = (idle: RefusalCode): Row => ({ idle, running: 'accepted', ended: 'accepted' });
/** Has its place in one step, and ends with it. */
const onlyIn = (step: keyof typeof steps, elsewhere: RefusalCode): Row => ({
  idle: 'not-running',
  running: elsewhere,
  ended: 'not-running',
  [step]: 'accepted',
});
const withItsStep = (gone: RefusalCode): Row => ({
  idle: gone,
  running: gone,
  open: 'accepted',
  ended: gone,
});

/** Every command in every state, once what it is about is there (`samples`) and the group has moved on to that state. */
const expected: Readonly<Record<CommandType, Row>> = {
  'agenda.start': { idle: 'accepted', running: 'already-running', ended: 'accepted' },
  'agenda.next': { ...whileRunning, commit: 'last-step' },
  'agenda.back': { ...whileRunning, open: 'first-step' },
  'agenda.jump': whileRunning,
  'agenda.editStep': whileRunning,
  'agenda.insertStep': whileRunning,
  'agenda.moveStep': whileRunning,
  'agenda.removeStep': { ...whileRunning, group: 'step-current' },
  'agenda.openUntil': whileRunning,
  'agenda.end': whileRunning,
  'timer.start': whileRunning,
  'timer.pause': withItsStep('timer-idle'),
  'timer.addMinutes': withItsStep('timer-idle'),
  'drafts.write': onlyIn('private', 'wrong-step'),
  'drafts.edit': { ...onlyIn('private', 'wrong-step'), idle: 'draft-unknown', ended: 'draft-unknown' },
  'drafts.move': { ...onlyIn('private', 'wrong-step'), idle: 'draft-unknown', ended: 'draft-unknown' },
  'drafts.delete': { ...whileRunning, idle: 'draft-unknown', ended: 'draft-unknown' },
  'drafts.reveal': whileRunning,
  'ballots.open': onlyIn('vote', 'wrong-step'),
  'ballots.setItems': onlyIn('vote', 'vote-closed'),
  'ballots.placeDots': onlyIn('vote', 'vote-closed'),
  'ballots.rate': onlyIn('check', 'vote-closed'),
  'ballots.retract': onlyIn('vote', 'vote-closed'),
  'ballots.close': onlyIn('vote', 'vote-closed'),
  'ballots.reopen': { ...onlyIn('vote', 'wrong-step'), idle: 'vote-not-counted' },
  'ballots.show': about('vote-not-counted'),
  'discussion.setQueue': whileRunning,
  'discussion.queueFromVote': whileRunning,
  'discussion.startTopic': whileRunning,
  'discussion.askGoOn': withItsStep('no-topic'),
  'discussion.thumb': withItsStep('thumbs-closed'),
  'discussion.countThumbs': withItsStep('thumbs-closed'),
  'discussion.goOn': withItsStep('no-topic'),
  'discussion.finishTopic': withItsStep('no-topic'),
  'restatements.write': { idle: 'not-running', running: 'wrong-step', ended: 'not-running' },
  'restatements.answer': { ...whileRunning, idle: 'restatement-unknown' },
  'consent.propose': always,
  'consent.answer': about('proposal-unknown'),
  'consent.adopt': about('proposal-unknown'),
  'consent.withdraw': about('proposal-unknown'),
  'signatures.putAgreement': always,
  'signatures.removeAgreement': about('agreement-unknown'),
  'signatures.sign': about('agreement-unknown'),
  'signatures.withdraw': about('agreement-unknown'),
  'outcomes.addDecision': always,
  'outcomes.editDecision': about('decision-unknown'),
  'outcomes.removeDecision': about('decision-unknown'),
  'outcomes.addAction': always,
  'outcomes.editAction': about('action-unknown'),
  'outcomes.removeAction': about('action-unknown'),
  'outcomes.setFollowUp': always,
  'escalation.setLadder': always,
  'escalation.escalate': always,
  'escalation.settle': about('not-escalated'),
  'people.setReady': whileRunning,
  'people.setHand': always,
  'people.lowerHand': always,
  'people.react': always,
  'people.setRole': always,
  'people.remove': always,
  'people.handOver': always,
  'people.takeOver': whileRunning,
  'people.allowTakeOver': always,
  'leading.lead': always,
  'leading.release': about('not-leading'),
  'leading.follow': about('not-leading'),
  'leading.bring': always,
  'canvas.setLock': always,
  'canvas.setNotesOnly': always,
};

/** Who may give what, said once more by hand: a slip in a mechanic's table fails here. */
const contributorsMay: CommandType[] = [
  'drafts.write',
  'drafts.edit',
  'drafts.move',
  'drafts.delete',
  'ballots.placeDots',
  'ballots.rate',
  'ballots.retract',
  'discussion.thumb',
  'restatements.write',
  'restatements.answer',
  'consent.propose',
  'consent.answer',
  'signatures.putAgreement',
  'signatures.sign',
  'signatures.withdraw',
  'outcomes.addDecision',
  'outcomes.editDecision',
  'outcomes.addAction',
  'outcomes.editAction',
  'outcomes.setFollowUp',
  'escalation.escalate',
  'escalation.settle',
  'people.setReady',
  'people.setHand',
  'people.react',
  'people.takeOver',
];
const observersMay: CommandType[] = ['leading.follow'];

const stateNames: StateName[] = ['idle', ...(Object.keys(steps) as (keyof typeof steps)[]), 'ended'];

describe.each(commandTypes)('%s', (type) => {
  test.each(stateNames)('is answered as the table says in the state "%s"', (state) => {
    const row = expected[type];
    const workshop = workshopIn(state, type);
    const answer = workshop.refusal(samples[type].by, sampleCommand(type, workshop));
    expect(answer).toBe(state === 'idle' || state === 'ended' ? row[state] : (row[state] ?? row.running));
  });

  test('is carried out in its place', () => {
    const workshop = prepared(type);
    expect(workshop.refusal(samples[type].by, sampleCommand(type, workshop))).toBe('accepted');
  });

  test('is refused to whom the table of roles does not name, and changes nothing', () => {
    const isOpen = contributorsMay.includes(type) || observersMay.includes(type);
    const answers = {
      olga: isOpen ? 'contributors-only' : 'facilitators-only',
      bob: 'facilitators-only',
    } as const;
    const refused = (['olga', 'bob'] as const).filter((person) =>
      person === 'olga' ? !observersMay.includes(type) : !isOpen,
    );
    for (const person of refused) {
      const workshop = prepared(type);
      const { state, privates } = workshop.workshop;
      expect(workshop.refusal(person, sampleCommand(type, workshop))).toBe(answers[person]);
      expect(workshop.workshop.state).toBe(state);
      expect(workshop.workshop.privates).toBe(privates);
    }
  });

  test('is answered as before when it comes again, and changes nothing', () => {
    const workshop = prepared(type);
    const command = sampleCommand(type, workshop);
    const first = workshop.give(samples[type].by, command, 'the-same');
    const { state, privates } = workshop.workshop;
    workshop.now += 5_000;
    const again = workshop.give(samples[type].by, command, 'the-same');
    if (!first.ok || !again.ok) throw new Error(`${type} was refused`);
    expect(again.value.result).toEqual(first.value.result);
    expect(again.value).toMatchObject({ isRepeat: true, events: [], privateChanges: [], ephemerals: [] });
    expect(workshop.workshop).toMatchObject({ state, privates });
  });

  test('passes the wire unchanged, and is refused with a stray field', () => {
    const command = sampleCommand(type, prepared(type));
    expect(parseCommand(JSON.parse(JSON.stringify(command)))).toEqual({ ok: true, value: command });
    expect(parseCommand({ ...command, extra: 1 })).toMatchObject({
      error: { code: 'malformed-command', data: { where: 'extra' } },
    });
  });

  test('comes out the same when it is decided again from the same', () => {
    const one = prepared(type);
    const other = prepared(type);
    const first = one.give(samples[type].by, sampleCommand(type, one));
    expect(other.give(samples[type].by, sampleCommand(type, other))).toEqual(first);
  });

  test('leaves nothing to somebody who was removed', () => {
    const workshop = prepared(type);
    const { by } = samples[type];
    const members = workshop.roster.members.map((member) =>
      member.id === by ? { ...member, removed: true } : member,
    );
    workshop.roster = { ...workshop.roster, members };
    expect(workshop.refusal(by, sampleCommand(type, workshop))).toBe('not-on-board');
  });
});

describe('the tables', () => {
  test('name every command once', () => {
    expect(Object.keys(expected).toSorted()).toEqual(commandTypes.toSorted());
    expect(Object.keys(samples).toSorted()).toEqual(commandTypes.toSorted());
  });

  test('agree with the permissions that both ends read', () => {
    const facilitators = commandTypes.filter(
      (type) => !contributorsMay.includes(type) && !observersMay.includes(type),
    );
    expect(commandTypes.filter((type) => permissions[type] === 'contributors').toSorted()).toEqual(
      contributorsMay.toSorted(),
    );
    expect(commandTypes.filter((type) => permissions[type] === 'everyone')).toEqual(observersMay);
    expect(commandTypes.filter((type) => permissions[type] === 'facilitators')).toEqual(facilitators);
  });

  test('make every event, each of which survives storage', () => {
    const made = allEvents();
    expect(new Set(made.map(({ type }) => type))).toEqual(new Set(eventTypes));
    for (const event of made) {
      expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event });
    }
  });

  test('make events each of which changes the state, or is for the server to follow', () => {
    const changing = new Set<string>(['people.roleChanged', 'people.removed']);
    for (const { events } of matrixWorkshops()) {
      let state = initialState;
      for (const event of events) {
        const next = evolve(state, event);
        expect(next.version).toBe(state.version + 1);
        if (JSON.stringify({ ...next, version: 0 }) !== JSON.stringify({ ...state, version: 0 }))
          changing.add(event.type);
        state = next;
      }
    }
    expect(changing).toEqual(new Set(eventTypes));
  });
});

describe('a refusal', () => {
  test('has a sentence without gaps', () => {
    for (const sentence of Object.values(refusalSentences)) expect(sentence).toMatch(/^[A-Z“{].*[.!?]$/u);
    const workshop = new TestWorkshop().start();
    const expectedStepKey = 'elsewhere';
    const move = { reason: null, startTimer: false, expectedStepKey };
    expect(workshop.give('fay', { type: 'agenda.next', ...move })).toMatchObject({
      error: {
        code: 'step-moved',
        data: { title: 'Step arrive' },
        message: expect.stringContaining('“Step arrive”') as unknown,
      },
    });
  });

  test.each([null, 7, 'agenda.next', {}, { type: 'nonsense' }, { type: 'toString' }, { type: 3 }])(
    'is given for %j, which is no command',
    (value) => {
      expect(parseCommand(value)).toMatchObject({ ok: false, error: { code: 'unknown-command' } });
    },
  );

  test('is given again when the refused command comes again, although it would be allowed now', () => {
    const workshop = new TestWorkshop();
    const command = { type: 'people.setReady', isReady: true } as const;
    const first = workshop.give('alice', command, 'the-same');
    workshop.start();
    expect(workshop.give('alice', command, 'the-same')).toEqual(first);
    expect(workshop.give('alice', command, 'another').ok).toBe(true);
  });

  test('of one person says nothing about the same command id of another', () => {
    const workshop = new TestWorkshop().start();
    const command = { type: 'people.setReady', isReady: true } as const;
    workshop.give('alice', command, 'the-same');
    workshop.give('bob', command, 'the-same');
    expect(workshop.workshop.state.people.readyIds).toEqual(['alice', 'bob']);
  });
});

test('everybody on the board has a view in every state', () => {
  for (const workshop of matrixWorkshops()) {
    for (const person of everybody) {
      if (workshop.roster.members.some(({ id, removed }) => id === person && removed)) continue;
      expect(workshop.view(person).serverTime).toBe(workshop.now);
    }
  }
});

function prepared(type: CommandType): TestWorkshop {
  const workshop = new TestWorkshop();
  prepareSample(type, workshop);
  return workshop;
}

function workshopIn(state: StateName, type: CommandType): TestWorkshop {
  if (state === 'idle') return new TestWorkshop();
  const workshop = prepared(type);
  if (type === 'agenda.start') workshop.start();
  if (state !== 'ended') return workshop.goTo(steps[state]);
  const end = { reason: null, discardDrafts: true, expectedStepKey: workshop.currentKey };
  workshop.goTo('sign').do('fay', { ...end, type: 'agenda.end', expectedStepKey: workshop.currentKey });
  return workshop;
}

function matrixWorkshops(): TestWorkshop[] {
  return commandTypes.flatMap((type) =>
    stateNames.map((state) => {
      const workshop = workshopIn(state, type);
      workshop.give(samples[type].by, sampleCommand(type, workshop));
      return workshop;
    }),
  );
}

function allEvents() {
  return commandTypes.flatMap((type) => {
    const workshop = prepared(type);
    workshop.give(samples[type].by, sampleCommand(type, workshop));
    return [...workshop.events, ...workshopIn('decide', type).events];
  });
}
