import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../core/Privates.ts';
import { agenda } from '../testing/agenda.ts';
import { SeededChance } from '../testing/SeededChance.ts';
import { type Person, partnerId, personId, TestWorkshop } from '../testing/TestWorkshop.ts';
import { refusePartnerChange } from '../people/partnerChange.ts';
import { revealDrafts } from './revealDrafts.ts';

const reveal = (stepKey: string, lane: string | null = null) =>
  ({
    type: 'drafts.reveal',
    stepKey,
    lane: lane === null ? null : { partnerId: partnerId(lane) },
  }) as const;

describe('views of a widget', () => {
  const mode = {
    kind: 'private',
    scope: 'partner',
    revealBy: 'all',
    sectionKeys: [],
    into: 'widget',
  } as const;
  const matrix = { key: 'matrix', title: 'Our own view', instruction: 'Fill it in.', minutes: 5 };
  const start = (reveal: 'named' | 'anonymous') => {
    const workshop = new TestWorkshop();
    const steps = [{ ...matrix, mode: { ...mode, reveal } }];
    workshop.do('fay', { type: 'agenda.start', title: 'Who does what', templateId: null, steps });
    const write = (person: Person, draftId: string, text: string) =>
      workshop.do(person, {
        type: 'drafts.write',
        stepKey: 'matrix',
        sectionKey: 'row1',
        told: { scope: 'partner', reveal },
        drafts: [{ draftId, text }],
      });
    return { workshop, write };
  };

  test('count by partner while they are written, and show nothing else to the others', () => {
    const { workshop, write } = start('named');
    write('alice', 'd1', 'hush');
    write('anna', 'd2', 'hush too');
    const seen = workshop.view('bob').drafts;
    expect(seen.steps[0]?.partnerCounts?.written).toBe(1);
    expect(JSON.stringify(workshop.view('bob'))).not.toContain('hush');
  });

  test('are their partner’s at the reveal, also in a step without names, and nobody’s person', () => {
    const { workshop, write } = start('anonymous');
    write('alice', 'd1', 'A');
    const [event] = workshop.do('fay', reveal('matrix')).events;
    expect(event).toMatchObject({
      into: 'widget',
      notes: [{ text: 'A', authorId: null, partnerId: workshop.view('alice').you.partnerId }],
    });
  });
});

describe('writing', () => {
  test('a pasted list becomes notes in its order, in one command', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    const told = { scope: 'own', reveal: 'anonymous' } as const;
    const drafts = ['one', 'two', 'three'].map((text) => ({ draftId: `d-${text}`, text }));
    const write = { type: 'drafts.write', stepKey: 'gather', sectionKey: 'went-well', told } as const;
    workshop.do('alice', { ...write, drafts });
    expect(workshop.view('alice').drafts.yours.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  test('is seen by its author alone, also by no facilitator and no colleague', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('alice', 'gather', 'd1', 'hush');
    for (const person of ['fay', 'anna', 'bob', 'olga'] as const) {
      expect(JSON.stringify(workshop.view(person))).not.toContain('hush');
    }
    expect(workshop.refusal('anna', { type: 'drafts.delete', draftIds: ['d1'] })).toBe('draft-unknown');
  });

  test('is shared by all people of a partner where the step says so, and with nobody else', () => {
    const workshop = new TestWorkshop().start().goTo('views');
    workshop.write('alice', 'views', 'd1', 'hush');
    const edit = { type: 'drafts.edit', draftId: 'd1', rev: 0, text: 'hush now' } as const;
    workshop.do('anna', edit);
    expect(workshop.refusal('alice', { ...edit, text: 'mine' })).toBe('draft-changed');
    expect(workshop.view('arif').drafts.yours).toMatchObject([{ text: 'hush now', rev: 1 }]);
    expect(workshop.refusal('bob', { ...edit, rev: 1 })).toBe('draft-unknown');
    expect(JSON.stringify(workshop.view('bob'))).not.toContain('hush');
  });

  test('without a partner is one person alone, also in a shared step', () => {
    const workshop = new TestWorkshop().start().goTo('views');
    workshop.write('fay', 'views', 'd1', 'hush');
    expect(workshop.view('fay').drafts.yours).toHaveLength(1);
    expect(workshop.view('olga').drafts.yours).toEqual([]);
  });

  test('is refused when the step treats names otherwise than the writer was told', () => {
    const workshop = new TestWorkshop().start().goTo('signed');
    const told = { scope: 'own', reveal: 'anonymous' } as const;
    const drafts = [{ draftId: 'd1', text: 'hush' }];
    const write = { type: 'drafts.write', stepKey: 'signed', sectionKey: 'went-well', told, drafts } as const;
    expect(workshop.refusal('alice', write)).toBe('terms-changed');
    const right = { ...write, told: { ...told, reveal: 'named' } } as const;
    expect(workshop.refusal('alice', { ...right, sectionKey: 'elsewhere' })).toBe('section-unknown');
    workshop.do('alice', right);
    expect(workshop.refusal('bob', right)).toBe('draft-id-taken');
    const elsewhere = { type: 'drafts.move', draftId: 'd1', rev: 0, sectionKey: 'elsewhere' } as const;
    expect(workshop.refusal('alice', elsewhere)).toBe('section-unknown');
  });

  test('has room for two hundred notes of a person', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    const told = { scope: 'own', reveal: 'anonymous' } as const;
    const write = { type: 'drafts.write', stepKey: 'gather', sectionKey: 'went-well', told } as const;
    for (const part of ['a', 'b']) {
      const drafts = Array.from({ length: 100 }, (_, index) => ({ draftId: `${part}${index}`, text: 'x' }));
      workshop.do('alice', { ...write, drafts });
    }
    const more = [{ draftId: 'more', text: 'x' }];
    expect(workshop.refusal('alice', { ...write, drafts: more })).toBe('drafts-full');
    expect(workshop.refusal('bob', { ...write, drafts: more })).toBe('accepted');
  });

  test('goes on with no facilitator present', () => {
    const workshop = new TestWorkshop().start().goTo('gather').setPresent('fay', false);
    workshop.write('alice', 'gather', 'd1');
    expect(workshop.view('alice').drafts.yours).toHaveLength(1);
  });

  test('can be taken back until the reveal, also when the group has gone on', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('alice', 'gather', 'd1');
    workshop.goTo('read');
    workshop.do('alice', { type: 'drafts.delete', draftIds: ['d1'] });
    expect(workshop.refusal('fay', reveal('gather'))).toBe('nothing-to-reveal');
  });
});

describe('what others are told meanwhile', () => {
  test('is how many have written, of how many', () => {
    const workshop = new TestWorkshop().start().goTo('signed').setPresent('cleo', false);
    workshop.write('alice', 'signed', 'd1');
    workshop.write('alice', 'signed', 'd2');
    workshop.write('bob', 'signed', 'd3');
    expect(stepOf(workshop, 'carol', 'signed')).toMatchObject({
      writerCount: 2,
      expectedCount: 6,
      writerIds: null,
    });
    expect(stepOf(workshop, 'fay', 'signed')).toMatchObject({ writerIds: ['alice', 'bob'] });
  });

  test('is not who has written where the reveal is without names', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('alice', 'gather', 'd1');
    expect(stepOf(workshop, 'fay', 'gather')).toMatchObject({ writerCount: 1, writerIds: null });
  });

  test('counts a facilitator who writes too', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('fay', 'gather', 'd1');
    expect(stepOf(workshop, 'bob', 'gather')).toMatchObject({ writerCount: 1, expectedCount: 8 });
  });
});

describe('the reveal', () => {
  test('moves all drafts into one event and keeps none', () => {
    const workshop = new TestWorkshop().start().goTo('signed');
    workshop.write('alice', 'signed', 'd1', 'from north');
    workshop.write('bob', 'signed', 'd2', 'from south');
    const { events } = workshop.do('fay', reveal('signed'));
    expect(events).toMatchObject([
      { type: 'drafts.revealed', all: true, isAnonymous: false, writerCount: 2 },
    ]);
    expect(notesOf(events[0])).toEqual([
      { text: 'from north', authorId: 'alice', partnerId: 'north' },
      { text: 'from south', authorId: 'bob', partnerId: 'south' },
    ]);
    expect(workshop.workshop.privates.drafts).toEqual([]);
    expect(stepOf(workshop, 'alice', 'signed')).toMatchObject({
      canWrite: false,
      reveals: [{ noteCount: 2 }],
    });
    expect(workshop.refusal('fay', reveal('signed'))).toBe('already-revealed');
    expect(() => workshop.write('alice', 'signed', 'd3')).toThrow('Write on the board now');
  });

  test('shows one partner at a time where the step says so, then all that are left', () => {
    const workshop = new TestWorkshop().start().goTo('views');
    workshop.write('alice', 'views', 'd1', 'from north');
    workshop.write('bob', 'views', 'd2', 'from south');
    workshop.write('carol', 'views', 'd3', 'from west');
    workshop.goTo('discuss');
    expect(stepOf(workshop, 'fay', 'views').lanesWaiting).toEqual(['north', 'south', 'west']);
    const { events } = workshop.do('fay', reveal('views', 'south'));
    expect(notesOf(events[0])).toEqual([{ text: 'from south', authorId: 'bob', partnerId: 'south' }]);
    expect(workshop.refusal('fay', reveal('views', 'south'))).toBe('already-revealed');
    expect(notesOf(workshop.do('fay', reveal('views')).events[0])).toHaveLength(2);
    expect(workshop.refusal('fay', reveal('gather', 'south'))).toBe('lane-only');
  });

  test('of a lane lets its partner write no more, and the others go on', () => {
    const workshop = new TestWorkshop().start().goTo('views');
    workshop.write('alice', 'views', 'd1');
    workshop.do('fay', reveal('views', 'north'));
    expect(() => workshop.write('anna', 'views', 'd2')).toThrow('Write on the board now');
    workshop.write('bob', 'views', 'd3');
    expect(stepOf(workshop, 'bob', 'views').canWrite).toBe(true);
  });

  test('without names of a lane tells the partner and nobody of it', () => {
    const workshop = new TestWorkshop().start().goTo('veiled');
    workshop.write('alice', 'veiled', 'd1', 'from north');
    const { events } = workshop.do('fay', reveal('veiled', 'north'));
    expect(notesOf(events[0])).toEqual([{ text: 'from north', authorId: null, partnerId: 'north' }]);
  });

  test('names silent partners, unless fewer than three people could have written', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    workshop.write('alice', 'gather', 'd1');
    workshop.write('anna', 'gather', 'd2');
    expect(workshop.do('fay', reveal('gather')).events).toMatchObject([{ silentPartnerIds: [] }]);
    const larger = new TestWorkshop().start().goTo('gather');
    for (const person of ['alice', 'anna', 'arif'] as const) larger.write(person, 'gather', `d-${person}`);
    expect(larger.do('fay', reveal('gather')).events).toMatchObject([
      { silentPartnerIds: ['south', 'west'] },
    ]);
  });

  test('still tells who was silent when the workshop has ended', () => {
    const workshop = new TestWorkshop().start().goTo('gather');
    for (const person of ['alice', 'anna', 'arif'] as const) workshop.write(person, 'gather', `d-${person}`);
    workshop.do('fay', reveal('gather'));
    workshop.do('fay', { type: 'agenda.end', expectedStepKey: 'gather', discardDrafts: false, reason: null });
    expect(stepOf(workshop, 'bob', 'gather')).toMatchObject({
      canWrite: false,
      reveals: [{ silentPartnerIds: ['south', 'west'] }],
    });
  });

  test('without names is the same whoever wrote what, in whatever order and under whatever ids', () => {
    const mode = agenda[1]?.mode;
    if (mode?.kind !== 'private') throw new Error('the second step is the private one');
    const { roster } = new TestWorkshop();
    const writers: readonly Person[] = ['alice', 'anna', 'bob', 'carol'];
    const texts = fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 8 });
    const how = fc.record({ order: fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }), turn: fc.nat(3) });
    fc.assert(
      fc.property(texts, how, (all, { order, turn }) => {
        const drafts = all.map((text, index) => draftOf(text, writers[index % 4] ?? 'bob', `a${index}`));
        const permuted = all
          .map((text, index) => ({ text, index, place: order[index] ?? 0 }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ text, index }) => draftOf(text, writers[(index + turn) % 4] ?? 'bob', `b${index}`));
        const [one, other] = [drafts, permuted].map((some) =>
          revealDrafts(some, mode, 'gather', null, roster, new SeededChance(5)),
        );
        expect(one).toEqual(other);
      }),
    );
  });
});

test('nobody changes partner to read what it has not revealed yet', () => {
  const workshop = new TestWorkshop().start().goTo('views');
  expect(refusePartnerChange(workshop.workshop.privates, personId('bob'))).toBeNull();
  workshop.write('alice', 'views', 'd1');
  expect(refusePartnerChange(workshop.workshop.privates, personId('bob'))?.code).toBe('partner-fixed');
});

function draftOf(text: string, author: Person, draftId: string): Draft {
  const common = { stepKey: 'gather', sectionKey: 'went-well', scope: 'own', rev: 0 } as const;
  const partner = { alice: 'north', anna: 'north', bob: 'south', carol: 'west' }[author as 'alice'];
  return { ...common, draftId, text, authorId: personId(author), partnerId: partnerId(partner) };
}

function stepOf(workshop: TestWorkshop, person: Person, stepKey: string) {
  const step = workshop.view(person).drafts.steps.find((known) => known.stepKey === stepKey);
  if (!step) throw new Error(`${stepKey} is not private`);
  return step;
}

function notesOf(event: TestWorkshop['events'][number] | undefined) {
  if (event?.type !== 'drafts.revealed') throw new Error('nothing was revealed');
  return event.notes
    .map(({ text, authorId, partnerId }) => ({ text, authorId, partnerId }))
    .toSorted((one, other) => (one.text < other.text ? -1 : 1));
}

function revealed(stepKey: string) {
  const workshop = new TestWorkshop().start().goTo(stepKey);
  const until = workshop.now + 1_000;
  workshop.do('fay', { type: 'agenda.openUntil', expectedStepKey: stepKey, until });
  workshop.write('alice', stepKey, 'd1', 'in time');
  workshop.now = until + 1;
  workshop.write('bob', stepKey, 'd2', 'too late');
  const [event] = workshop.do('fay', reveal(stepKey)).events;
  const notes = event?.type === 'drafts.revealed' ? event.notes : [];
  const missed = Object.fromEntries(notes.map(({ missedDate, text }) => [text, missedDate]));
  return { missed, until, text: JSON.stringify(event) };
}

describe('drafts that come after the date until which their step was open', () => {
  test('say so with their author', () => {
    const { missed, until } = revealed('signed');
    expect(missed).toEqual({ 'in time': undefined, 'too late': until });
  });

  test('say nothing without names, because one knows who came late', () => {
    const { missed, text } = revealed('gather');
    expect(missed).toEqual({ 'in time': undefined, 'too late': undefined });
    expect(text).not.toContain('missed');
  });
});
