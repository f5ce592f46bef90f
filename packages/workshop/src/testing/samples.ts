import type { Command, CommandType } from '../core/Command.ts';
import type { Person, TestWorkshop } from './TestWorkshop.ts';
import { items } from './agenda.ts';
import { partnerId, personId } from './TestWorkshop.ts';

type Sample<T extends CommandType> = {
  /** Who gives it. */
  readonly by: Person;
  /** The step in which it has its place; any if none is named. */
  readonly at?: string;
  /** What has to be so before. */
  readonly given?: (workshop: TestWorkshop) => unknown;
  readonly command: (workshop: TestWorkshop) => Omit<Extract<Command, { type: T }>, 'type'>;
};

const move = { reason: null, startTimer: false };
const newStep = { title: 'More', instruction: 'Do more.', minutes: 5, mode: { kind: 'open' } } as const;
const box = { x: 0, y: 0, w: 100, h: 100 };
const told = { scope: 'own', reveal: 'anonymous' } as const;
const topics = [
  { topicId: 'shape:one', title: 'One' },
  { topicId: 'shape:two', title: 'Two' },
];
const agreement = { title: 'Rules', text: 'We listen.', signers: 'partner' } as const;
const byPartner = { round: 1, told: 'by-partner' } as const;

const put = (workshop: TestWorkshop) =>
  workshop.do('alice', { type: 'signatures.putAgreement', agreementId: null, version: 0, ...agreement });
const propose = (workshop: TestWorkshop) =>
  workshop.do('alice', { type: 'consent.propose', proposalId: null, version: 0, text: 'We differ.' });
const decideIt = (workshop: TestWorkshop) =>
  workshop.do('alice', { type: 'outcomes.addDecision', text: 'So be it.' });
const act = (workshop: TestWorkshop) =>
  workshop.do('alice', {
    type: 'outcomes.addAction',
    what: 'Write it down',
    owner: null,
    partnerId: null,
    due: null,
    aboutId: null,
  });
const open = (stepKey: string) => (workshop: TestWorkshop) =>
  workshop.do('fay', { type: 'ballots.open', stepKey, items: stepKey === 'safety' ? [] : items });
const close = (stepKey: string) => (workshop: TestWorkshop) => {
  open(stepKey)(workshop);
  workshop.do('fay', { type: 'ballots.close', stepKey, show: true });
};
const talk = (workshop: TestWorkshop) => {
  workshop.do('fay', { type: 'discussion.setQueue', topics });
  workshop.do('fay', { type: 'discussion.startTopic', topicId: 'shape:one', minutes: null });
};
const ask = (workshop: TestWorkshop) => {
  talk(workshop);
  workshop.do('fay', { type: 'discussion.askGoOn' });
};
const restate = (workshop: TestWorkshop) =>
  workshop.do('bob', {
    type: 'restatements.write',
    stepKey: 'reflect',
    ofPartnerId: partnerId('north'),
    text: 'You waited.',
  });
const escalate = (workshop: TestWorkshop) =>
  workshop.do('alice', {
    type: 'escalation.escalate',
    expectedLevel: null,
    why: 'We are stuck.',
    settled: '',
    open: 'Who pays',
  });
const startTimer = (workshop: TestWorkshop) => workshop.do('fay', { type: 'timer.start', minutes: 3 });
const agreementId = ({ workshop }: TestWorkshop) =>
  workshop.state.signatures.agreements[0]?.agreementId ?? 'none';
const proposalId = ({ workshop }: TestWorkshop) => workshop.state.consent.proposals[0]?.proposalId ?? 'none';

/** One command of every type, with what must be so that it is carried out. */
export const samples: { readonly [T in CommandType]: Sample<T> } = {
  'agenda.start': {
    by: 'fay',
    command: () => ({ title: 'Again', templateId: null, steps: [{ key: 'only', ...newStep }] }),
  },
  'agenda.next': { by: 'fay', command: ({ currentKey }) => ({ ...move, expectedStepKey: currentKey }) },
  'agenda.back': {
    by: 'fay',
    at: 'read',
    command: ({ currentKey }) => ({ ...move, expectedStepKey: currentKey }),
  },
  'agenda.jump': {
    by: 'fay',
    command: ({ currentKey }) => ({ ...move, expectedStepKey: currentKey, toStepKey: 'decide' }),
  },
  'agenda.editStep': {
    by: 'fay',
    command: () => ({ stepKey: 'read', changes: { title: 'Read aloud', minutes: 8 } }),
  },
  'agenda.insertStep': {
    by: 'fay',
    command: () => ({ step: { key: 'more', ...newStep }, afterStepKey: 'read' }),
  },
  'agenda.moveStep': { by: 'fay', command: () => ({ stepKey: 'sign', afterStepKey: null }) },
  'agenda.removeStep': { by: 'fay', command: () => ({ stepKey: 'read' }) },
  'agenda.openUntil': { by: 'fay', command: (shop) => ({ expectedStepKey: shop.currentKey, until: 4e12 }) },
  'agenda.end': {
    by: 'fay',
    command: ({ currentKey }) => ({ expectedStepKey: currentKey, reason: null, discardDrafts: false }),
  },
  'timer.start': { by: 'fay', command: () => ({ minutes: null }) },
  'timer.pause': { by: 'fay', given: startTimer, command: () => ({}) },
  'timer.addMinutes': { by: 'fay', given: startTimer, command: () => ({ minutes: 1 }) },
  'drafts.write': {
    by: 'alice',
    at: 'gather',
    command: () => ({
      stepKey: 'gather',
      sectionKey: 'went-well',
      told,
      drafts: [
        { draftId: 'd1', text: 'Hello' },
        { draftId: 'd2', text: 'World' },
      ],
    }),
  },
  'drafts.edit': {
    by: 'alice',
    at: 'gather',
    given: (workshop) => workshop.write('alice', 'gather', 'd0'),
    command: () => ({ draftId: 'd0', rev: 0, text: 'Changed' }),
  },
  'drafts.move': {
    by: 'alice',
    at: 'gather',
    given: (workshop) => workshop.write('alice', 'gather', 'd0'),
    command: () => ({ draftId: 'd0', rev: 0, sectionKey: 'went-badly' }),
  },
  'drafts.delete': {
    by: 'alice',
    at: 'gather',
    given: (workshop) => workshop.write('alice', 'gather', 'd0'),
    command: () => ({ draftIds: ['d0'] }),
  },
  'drafts.reveal': {
    by: 'fay',
    at: 'gather',
    given: (workshop) => workshop.write('alice', 'gather', 'd0'),
    command: () => ({ stepKey: 'gather', lane: null }),
  },
  'ballots.open': { by: 'fay', at: 'vote', command: () => ({ stepKey: 'vote', items }) },
  'ballots.setItems': {
    by: 'fay',
    at: 'vote',
    given: open('vote'),
    command: () => ({ stepKey: 'vote', items: items.slice(0, 1) }),
  },
  'ballots.placeDots': {
    by: 'alice',
    at: 'vote',
    given: open('vote'),
    command: () => ({ stepKey: 'vote', ...byPartner, itemId: 'shape:one', dots: 2 }),
  },
  'ballots.rate': {
    by: 'alice',
    at: 'align',
    given: open('align'),
    command: () => ({
      stepKey: 'align',
      ...byPartner,
      answers: [{ itemId: 'shape:one', questionKey: 'clear', value: 4 }],
    }),
  },
  'ballots.retract': {
    by: 'alice',
    at: 'vote',
    given: (workshop) => {
      open('vote')(workshop);
      workshop.dots('alice', 'vote', 'shape:one', 1);
    },
    command: () => ({ stepKey: 'vote', round: 1 }),
  },
  'ballots.close': {
    by: 'fay',
    at: 'vote',
    given: open('vote'),
    command: () => ({ stepKey: 'vote', show: false }),
  },
  'ballots.reopen': { by: 'fay', at: 'vote', given: close('vote'), command: () => ({ stepKey: 'vote' }) },
  'ballots.show': {
    by: 'fay',
    at: 'vote',
    given: close('vote'),
    command: () => ({ stepKey: 'vote', round: 1, show: false }),
  },
  'discussion.setQueue': { by: 'fay', command: () => ({ topics }) },
  'discussion.queueFromVote': {
    by: 'fay',
    at: 'vote',
    given: close('vote'),
    command: () => ({ stepKey: 'vote' }),
  },
  'discussion.startTopic': {
    by: 'fay',
    given: (workshop) => workshop.do('fay', { type: 'discussion.setQueue', topics }),
    command: () => ({ topicId: 'shape:two', minutes: 2 }),
  },
  'discussion.askGoOn': { by: 'fay', given: talk, command: () => ({}) },
  'discussion.thumb': { by: 'alice', given: ask, command: () => ({ askNumber: 1, thumb: 'up' }) },
  'discussion.countThumbs': { by: 'fay', given: ask, command: () => ({}) },
  'discussion.goOn': { by: 'fay', given: ask, command: () => ({ minutes: 3 }) },
  'discussion.finishTopic': { by: 'fay', given: ask, command: () => ({}) },
  'restatements.write': {
    by: 'bob',
    at: 'reflect',
    command: () => ({ stepKey: 'reflect', ofPartnerId: partnerId('north'), text: 'You waited.' }),
  },
  'restatements.answer': {
    by: 'alice',
    at: 'reflect',
    given: restate,
    command: ({ workshop }) => ({
      restatementId: workshop.state.restatements.restatements[0]?.restatementId ?? 'none',
      version: 1,
      heard: true,
      missing: null,
    }),
  },
  'consent.propose': { by: 'alice', command: () => ({ proposalId: null, version: 0, text: 'We differ.' }) },
  'consent.answer': {
    by: 'bob',
    given: propose,
    command: (workshop) => ({ proposalId: proposalId(workshop), version: 1, consents: true, reason: null }),
  },
  'consent.adopt': {
    by: 'fay',
    given: propose,
    command: (workshop) => ({ proposalId: proposalId(workshop), version: 1, reason: 'Said aloud.' }),
  },
  'consent.withdraw': {
    by: 'fay',
    given: propose,
    command: (workshop) => ({ proposalId: proposalId(workshop) }),
  },
  'signatures.putAgreement': {
    by: 'alice',
    command: () => ({ agreementId: null, version: 0, ...agreement }),
  },
  'signatures.removeAgreement': {
    by: 'fay',
    given: put,
    command: (workshop) => ({ agreementId: agreementId(workshop), version: 1 }),
  },
  'signatures.sign': {
    by: 'alice',
    given: put,
    command: (workshop) => ({ agreementId: agreementId(workshop), version: 1 }),
  },
  'signatures.withdraw': {
    by: 'alice',
    given: (workshop) => {
      put(workshop);
      workshop.do('alice', { type: 'signatures.sign', agreementId: agreementId(workshop), version: 1 });
    },
    command: (workshop) => ({ agreementId: agreementId(workshop) }),
  },
  'outcomes.addDecision': { by: 'alice', command: () => ({ text: 'We meet monthly.' }) },
  'outcomes.editDecision': {
    by: 'alice',
    given: decideIt,
    command: ({ workshop }) => ({
      decisionId: workshop.state.outcomes.decisions[0]?.decisionId ?? 'none',
      text: 'We meet weekly.',
    }),
  },
  'outcomes.removeDecision': {
    by: 'fay',
    given: decideIt,
    command: ({ workshop }) => ({ decisionId: workshop.state.outcomes.decisions[0]?.decisionId ?? 'none' }),
  },
  'outcomes.addAction': {
    by: 'alice',
    command: () => ({
      what: 'Book the room',
      owner: 'Bob',
      partnerId: partnerId('south'),
      due: '2027-03-01',
      aboutId: 'shape:one',
    }),
  },
  'outcomes.editAction': {
    by: 'alice',
    given: act,
    command: ({ workshop }) => ({
      actionId: workshop.state.outcomes.actions[0]?.actionId ?? 'none',
      changes: { owner: 'Alice', status: 'done' },
    }),
  },
  'outcomes.removeAction': {
    by: 'fay',
    given: act,
    command: ({ workshop }) => ({ actionId: workshop.state.outcomes.actions[0]?.actionId ?? 'none' }),
  },
  'outcomes.setFollowUp': { by: 'alice', command: () => ({ day: '2027-06-01' }) },
  'escalation.setLadder': { by: 'fay', command: () => ({ levels: [{ title: 'Leads', days: 3 }] }) },
  'escalation.escalate': {
    by: 'alice',
    command: () => ({ expectedLevel: null, why: 'We are stuck.', settled: '', open: 'Who pays' }),
  },
  'escalation.settle': {
    by: 'alice',
    given: escalate,
    command: () => ({ expectedLevel: 0, note: 'We share.' }),
  },
  'people.setReady': { by: 'alice', command: () => ({ isReady: true }) },
  'people.setHand': { by: 'alice', command: () => ({ isUp: true }) },
  'people.lowerHand': {
    by: 'fay',
    given: (workshop) => workshop.do('alice', { type: 'people.setHand', isUp: true }),
    command: () => ({ participantId: personId('alice') }),
  },
  'people.react': { by: 'alice', command: () => ({ reaction: 'clap' }) },
  'people.setRole': {
    by: 'fay',
    command: () => ({ participantId: personId('alice'), role: 'facilitator' }),
  },
  'people.remove': { by: 'fay', command: () => ({ participantId: personId('cleo') }) },
  'people.handOver': { by: 'fay', command: () => ({ participantId: personId('alice') }) },
  'people.takeOver': {
    by: 'alice',
    given: (workshop) => {
      workshop.setPresent('fay', false);
      workshop.now += 60_000;
    },
    command: () => ({}),
  },
  'people.allowTakeOver': { by: 'fay', command: () => ({ isAllowed: false }) },
  'leading.lead': { by: 'fay', command: () => ({}) },
  'leading.release': {
    by: 'fay',
    given: (workshop) => workshop.do('fay', { type: 'leading.lead' }),
    command: () => ({}),
  },
  'leading.follow': {
    by: 'olga',
    given: (workshop) => workshop.do('fay', { type: 'leading.lead' }),
    command: () => ({ isFollowing: false }),
  },
  'leading.bring': { by: 'fay', command: () => ({ pageId: 'page:page', box }) },
  'canvas.setLock': { by: 'fay', command: () => ({ isLocked: true }) },
  'canvas.setNotesOnly': { by: 'fay', command: () => ({ isNotesOnly: true }) },
};

/** The sample of that type, ready to give. */
export function sampleCommand(type: CommandType, workshop: TestWorkshop): Command {
  return { type, ...samples[type].command(workshop) } as Command;
}

/** Does what must be so before the sample, in its step. */
export function prepareSample(type: CommandType, workshop: TestWorkshop): void {
  const { at, given } = samples[type];
  if (type !== 'agenda.start') workshop.start();
  if (at !== undefined) workshop.goTo(at);
  given?.(workshop);
}
