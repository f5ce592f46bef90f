import type { PartnerId } from '@common-ground/protocol';
import type { Step, WorkshopView } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { viewWith } from '../testing/viewWith.ts';
import { mainAct } from './mainAct.ts';

const common = { title: 'A step', instruction: 'Do it', minutes: 5 };
const steps: Step[] = [
  {
    ...common,
    key: 'gather',
    mode: { kind: 'private', scope: 'own', reveal: 'anonymous', revealBy: 'all', sectionKeys: ['start'] },
  },
  { ...common, key: 'read', mode: { kind: 'group' } },
  {
    ...common,
    key: 'vote',
    mode: { kind: 'vote', dots: 5, maxPerItem: 3, weight: 'person', privacy: 'by-partner' },
  },
  {
    ...common,
    key: 'close',
    mode: {
      kind: 'check',
      scale: { min: 1, max: 5, minLabel: 'low', maxLabel: 'high' },
      questions: [{ key: 'roti', text: 'Worth it?' }],
      statementSectionKeys: [],
      privacy: 'anonymous',
    },
  },
];
const items = [{ itemId: 'shape:a', label: 'A' }];

function at(
  currentKey: string,
  parts: Partial<WorkshopView> = {},
  ofAgenda: readonly Step[] = steps,
): WorkshopView {
  const agenda = {
    phase: 'running',
    run: 1,
    title: 'Looking back',
    templateId: null,
    steps: [...ofAgenda],
    startedAt: 0,
    currentKey,
    enteredAt: 0,
    openUntil: null,
  } as const;
  return viewWith({ agenda, ...parts });
}

function written(writerCount: number): Partial<WorkshopView> {
  const step = {
    stepKey: 'gather',
    canWrite: true,
    writerCount,
    expectedCount: 3,
    writerIds: null,
    lanesWaiting: [],
    partnerCounts: null,
    reveals: [],
  };
  return { drafts: { yours: [], steps: [step] } };
}

function waiting(...lanesWaiting: (PartnerId | null)[]): Partial<WorkshopView> {
  const steps = written(lanesWaiting.length).drafts?.steps ?? [];
  return { drafts: { yours: [], steps: steps.map((step) => ({ ...step, lanesWaiting })) } };
}

function vote(stepKey: string, status: 'open' | 'closed'): Partial<WorkshopView> {
  const one = {
    stepKey,
    status,
    round: 1,
    items,
    voterCount: 1,
    expectedCount: 3,
    yours: [],
    dotsLeft: 5,
    counted: [],
  };
  return { ballots: { votes: [one], past: [] } };
}

describe('the accent button of a facilitator', () => {
  it('reveals what was written, in its step and in those after it', () => {
    expect(mainAct(at('gather', written(2)), [])).toMatchObject({
      kind: 'reveal',
      command: { stepKey: 'gather' },
    });
    expect(mainAct(at('read', written(2)), [])).toMatchObject({
      kind: 'reveal',
      command: { stepKey: 'gather' },
    });
  });

  it('says that it reveals views, where partners filled in a widget', () => {
    const views: Step = {
      ...common,
      key: 'gather',
      mode: {
        kind: 'private',
        scope: 'partner',
        reveal: 'named',
        revealBy: 'all',
        sectionKeys: [],
        into: 'widget',
      },
    };
    const view = at('gather', written(2), [views, ...steps.slice(1)]);
    expect(mainAct(view, [])).toMatchObject({ kind: 'revealViews', command: { stepKey: 'gather' } });
  });

  it('reveals one lane at a time in the step after the writing, and leads on before and afterwards', () => {
    const [gather, ...others] = steps;
    if (gather?.mode.kind !== 'private') throw new Error('The first step is the private one.');
    const lanes: Step[] = [{ ...gather, mode: { ...gather.mode, revealBy: 'partner' } }, ...others];
    const north = 'north' as PartnerId;
    expect(mainAct(at('gather', waiting(north, null), lanes), [])).toMatchObject({ kind: 'next' });
    expect(mainAct(at('read', waiting(north, null), lanes), [])).toEqual({
      kind: 'revealLane',
      partnerId: north,
      command: { type: 'drafts.reveal', stepKey: 'gather', lane: { partnerId: north } },
    });
    expect(mainAct(at('read', waiting(null), lanes), [])).toMatchObject({ partnerId: null });
    expect(mainAct(at('read', waiting(), lanes), [])).toMatchObject({ kind: 'next' });
    const later = [...lanes.slice(0, 2), { ...gather, key: 'later', mode: { kind: 'group' } as const }];
    expect(mainAct(at('later', waiting(north), later), [])).toBeNull();
  });

  it('goes on where nothing was written or all is revealed', () => {
    expect(mainAct(at('gather', written(0)), [])).toMatchObject({
      kind: 'next',
      command: { type: 'agenda.next', expectedStepKey: 'gather' },
    });
  });

  it('opens a vote with what is on the canvas, closes it, and goes on', () => {
    expect(mainAct(at('vote'), items)).toMatchObject({ kind: 'open', command: { items } });
    expect(mainAct(at('vote', vote('vote', 'open')), items)).toMatchObject({ kind: 'close' });
    expect(mainAct(at('vote', vote('vote', 'closed')), items)).toMatchObject({ kind: 'next' });
  });

  it('cannot open a vote on nothing', () => {
    expect(mainAct(at('vote'), [])).toEqual({ kind: 'open', command: null });
  });

  it('opens questions that need nothing of the canvas', () => {
    expect(mainAct(at('close'), [])).toMatchObject({ kind: 'openCheck', command: { items: [] } });
  });

  it('is not there when nothing is left but the end, or nothing runs', () => {
    expect(mainAct(at('close', vote('close', 'closed')), [])).toBeNull();
    expect(mainAct(viewWith(), items)).toBeNull();
  });
});
