import { describe, expect, test } from 'vitest';
import { type Person, partnerId, TestWorkshop } from '../testing/TestWorkshop.ts';

const next = { type: 'agenda.next', expectedStepKey: 'reflect', startTimer: false } as const;
const pairs = [
  ['alice', 'south'],
  ['alice', 'west'],
  ['bob', 'north'],
  ['bob', 'west'],
  ['carol', 'north'],
  ['carol', 'south'],
] as const;
const speakers: Readonly<Record<string, Person>> = { north: 'anna', south: 'bob', west: 'cem' };

const write = (of: string, text = 'You waited.') =>
  ({ type: 'restatements.write', stepKey: 'reflect', ofPartnerId: partnerId(of), text }) as const;

function reflecting(): TestWorkshop {
  return new TestWorkshop().start().goTo('reflect');
}

function answer(
  workshop: TestWorkshop,
  by: string,
  of: string,
  heard: boolean,
  missing: string | null = null,
) {
  const known = workshop
    .view('olga')
    .restatements.restatements.find(
      ({ byPartnerId, ofPartnerId }) => byPartnerId === by && ofPartnerId === of,
    );
  if (!known) throw new Error('nothing was restated');
  const { restatementId, version } = known;
  return { type: 'restatements.answer', restatementId, version, heard, missing } as const;
}

describe('the gate', () => {
  test('opens when every partner has restated every other and was heard', () => {
    const workshop = reflecting();
    expect(workshop.view('alice').restatements.open).toHaveLength(6);
    for (const [person, of] of pairs) {
      const code = workshop.refusal('fay', { ...next, reason: null });
      expect(code).toBe('restatements-open');
      workshop.do(person, write(of));
      const by = { alice: 'north', bob: 'south', carol: 'west' }[person];
      workshop.do(speakers[of] ?? 'fay', answer(workshop, by, of, true));
    }
    expect(workshop.view('alice').restatements.open).toEqual([]);
    workshop.do('fay', { ...next, reason: null });
    expect(workshop.currentKey).toBe('decide');
    expect(workshop.view('alice').restatements.overrides).toEqual([]);
  });

  test('lets the group go on with a reason, which is kept', () => {
    const workshop = reflecting();
    workshop.do('fay', { ...next, reason: 'South had to leave.' });
    expect(workshop.view('olga').restatements.overrides).toEqual([
      { stepKey: 'reflect', reason: 'South had to leave.', openCount: 6, at: workshop.now },
    ]);
  });

  test('holds nobody who wants to go back', () => {
    const workshop = reflecting();
    workshop.do('fay', { ...next, type: 'agenda.back', reason: null });
    expect(workshop.currentKey).toBe('discuss');
  });

  test('asks nothing of partners who have nobody on the board', () => {
    const workshop = reflecting();
    for (const person of ['carol', 'cem', 'cleo'] as const) {
      workshop.do('fay', { type: 'people.remove', participantId: person as never });
    }
    expect(workshop.view('fay').restatements.open).toHaveLength(2);
  });
});

describe('answering', () => {
  test('is for the partner that was restated, and "not quite" says what is missing', () => {
    const workshop = reflecting();
    workshop.do('bob', write('north'));
    expect(workshop.give('carol', answer(workshop, 'south', 'north', true))).toMatchObject({
      error: { code: 'not-the-speaker', message: 'Only North can say whether it was heard.' },
    });
    expect(workshop.refusal('alice', answer(workshop, 'south', 'north', false))).toBe('missing-needed');
    workshop.do('alice', answer(workshop, 'south', 'north', false, 'the delay'));
    expect(workshop.view('bob').restatements.restatements).toMatchObject([
      { status: 'not-quite', missing: 'the delay', isYoursToAnswer: false },
    ]);
    expect(workshop.view('arif').restatements.restatements[0]?.isYoursToAnswer).toBe(true);
  });

  test('is to the wording that was read', () => {
    const workshop = reflecting();
    workshop.do('bob', write('north'));
    const early = answer(workshop, 'south', 'north', true);
    workshop.do('bob', write('north', 'You waited for weeks.'));
    expect(workshop.refusal('alice', early)).toBe('restatement-changed');
    expect(workshop.view('bob').restatements.restatements).toMatchObject([{ version: 2, status: 'waiting' }]);
  });
});

test('a partner restates others, in the step that asks for it', () => {
  const workshop = reflecting();
  expect(workshop.refusal('alice', write('north'))).toBe('restate-other');
  expect(workshop.refusal('fay', write('north'))).toBe('no-partner');
  expect(workshop.refusal('alice', write('nowhere'))).toBe('partner-unknown');
  expect(workshop.refusal('alice', { ...write('south'), stepKey: 'discuss' })).toBe('wrong-mode');
});
