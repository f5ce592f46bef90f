import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import type { WorkshopView } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { publishedOf } from './PublishedWorkshop.ts';

const suppressed = { kind: 'dots', voters: 1, isSuppressed: true, items: [] } as const;

/** A facilitator's view in the middle of a run, with everything in it that is not for everybody. */
const view = {
  serverTime: 1,
  version: 9,
  you: { participantId: 'fay' as ParticipantId, role: 'facilitator', partnerId: null },
  agenda: {
    phase: 'running',
    run: 2,
    title: 'Looking back',
    templateId: 'retrospective',
    steps: [],
    startedAt: 5,
    currentKey: 'vote',
    enteredAt: 6,
  },
  drafts: {
    yours: [
      {
        draftId: 'd',
        stepKey: 'gather',
        sectionKey: 'start',
        text: 'secret draft',
        rev: 0,
        authorId: 'fay' as ParticipantId,
      },
    ],
    steps: [
      {
        stepKey: 'gather',
        canWrite: true,
        writerCount: 3,
        expectedCount: 4,
        writerIds: ['secret-writer' as ParticipantId],
        lanesWaiting: [],
        reveals: [
          {
            all: true,
            partnerId: null,
            noteCount: 3,
            writerCount: 3,
            silentPartnerIds: ['city' as PartnerId],
          },
        ],
      },
    ],
  },
  ballots: {
    votes: [
      {
        stepKey: 'vote',
        status: 'closed',
        round: 2,
        items: [],
        voterCount: 0,
        expectedCount: 0,
        yours: [{ key: 'secret-answer', value: 3 }],
        dotsLeft: null,
        counted: [
          { round: 1, tally: suppressed, isShown: true, closedAt: 30 },
          { round: 2, tally: { ...suppressed, voters: 77 }, isShown: false, closedAt: 40 },
        ],
      },
    ],
    past: [{ run: 1, stepKey: 'vote', items: [], tally: suppressed, closedAt: 20 }],
  },
  discussion: { topics: [], current: null },
  restatements: { restatements: [], open: [], overrides: [] },
  consent: { proposals: [] },
  signatures: { agreements: [] },
  outcomes: { decisions: [], actions: [], followUpOn: '2027-01-01' },
  escalation: { levels: [], currentLevel: null, records: [], settlement: null, isOverdue: false },
} as unknown as WorkshopView;

describe('what is published of a view', () => {
  const published = publishedOf(view);

  it('holds no draft, no ballot, no writer and no count that is not shown', () => {
    expect(JSON.stringify(published)).not.toMatch(/secret|77/u);
  });

  it('holds what everybody knows, counts in the order of their closing', () => {
    expect(published.run).toMatchObject({ run: 2, currentKey: 'vote', endedAt: null });
    expect(published.rounds.map(({ closedAt, run }) => [run, closedAt])).toEqual([
      [1, 20],
      [2, 30],
    ]);
    expect(published.reveals).toEqual([
      { stepKey: 'gather', all: true, partnerId: null, silentPartnerIds: ['city'] },
    ]);
    expect(published.followUpOn).toBe('2027-01-01');
  });
});
