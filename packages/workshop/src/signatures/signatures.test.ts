import { describe, expect, test } from 'vitest';
import { type Person, TestWorkshop } from '../testing/TestWorkshop.ts';

const text = { title: 'Agreement', text: 'We meet monthly.' };

function agreed(signers: 'person' | 'partner'): { workshop: TestWorkshop; agreementId: string } {
  const workshop = new TestWorkshop().start().goTo('sign');
  const put = { type: 'signatures.putAgreement', agreementId: null, version: 0, ...text, signers } as const;
  return { workshop, agreementId: workshop.do('alice', put).result.ids[0] ?? '' };
}

const sign = (agreementId: string, version = 1) =>
  ({ type: 'signatures.sign', agreementId, version }) as const;

describe('partners', () => {
  test('sign once each, by any of their people, until none is missing', () => {
    const { workshop, agreementId } = agreed('partner');
    workshop.do('alice', sign(agreementId));
    expect(workshop.refusal('anna', sign(agreementId))).toBe('already-signed');
    expect(workshop.refusal('fay', sign(agreementId))).toBe('no-partner');
    workshop.do('bob', sign(agreementId));
    expect(agreementOf(workshop, 'anna')).toMatchObject({
      missingPartnerIds: ['west'],
      isComplete: false,
      isSignedByYou: true,
    });
    workshop.do('cleo', sign(agreementId));
    expect(agreementOf(workshop, 'fay')).toMatchObject({ isComplete: true, isSignedByYou: false });
  });

  test('are all waited for, also those whose people are away', () => {
    const { workshop, agreementId } = agreed('partner');
    for (const person of ['carol', 'cem', 'cleo'] as const) workshop.setPresent(person, false);
    for (const person of ['alice', 'bob'] as const) workshop.do(person, sign(agreementId));
    expect(agreementOf(workshop, 'alice').missingPartnerIds).toEqual(['west']);
  });
});

describe('people', () => {
  test('accept each for themselves, those who are here', () => {
    const { workshop, agreementId } = agreed('person');
    for (const person of ['cem', 'cleo', 'arif'] as const) workshop.setPresent(person, false);
    for (const person of ['alice', 'anna', 'bob'] as const) workshop.do(person, sign(agreementId));
    expect(agreementOf(workshop, 'bob')).toMatchObject({
      missingParticipantIds: ['carol'],
      isComplete: false,
    });
    workshop.do('carol', sign(agreementId));
    expect(agreementOf(workshop, 'bob').isComplete).toBe(true);
  });

  test('can withdraw what they signed', () => {
    const { workshop, agreementId } = agreed('person');
    const withdraw = { type: 'signatures.withdraw', agreementId } as const;
    expect(workshop.refusal('alice', withdraw)).toBe('not-signed');
    workshop.do('alice', sign(agreementId));
    workshop.do('bob', sign(agreementId));
    workshop.do('alice', withdraw);
    expect(agreementOf(workshop, 'alice').signatures).toMatchObject([{ participantId: 'bob' }]);
  });
});

describe('a change', () => {
  test('of the text voids all signatures and says so', () => {
    const { workshop, agreementId } = agreed('partner');
    workshop.do('alice', sign(agreementId));
    workshop.do('bob', sign(agreementId));
    const change = { type: 'signatures.putAgreement', agreementId, ...text, signers: 'partner' } as const;
    workshop.do('carol', { ...change, version: 1, text: 'We meet weekly.' });
    expect(agreementOf(workshop, 'alice')).toMatchObject({
      version: 2,
      signatures: [],
      voidedCount: 2,
      isSignedByYou: false,
    });
    expect(workshop.refusal('alice', sign(agreementId))).toBe('agreement-changed');
    expect(workshop.refusal('alice', { ...change, version: 1 })).toBe('agreement-changed');
    workshop.do('alice', sign(agreementId, 2));
  });

  test('of the title alone, or of nothing, voids none', () => {
    const { workshop, agreementId } = agreed('partner');
    workshop.do('alice', sign(agreementId));
    const change = { type: 'signatures.putAgreement', agreementId, ...text, signers: 'partner' } as const;
    expect(workshop.do('bob', { ...change, version: 1 }).events).toEqual([]);
    workshop.do('bob', { ...change, version: 1, title: 'Our agreement' });
    expect(agreementOf(workshop, 'alice')).toMatchObject({
      title: 'Our agreement',
      version: 1,
      isSignedByYou: true,
    });
  });

  test('is refused to an agreement that is gone', () => {
    const { workshop, agreementId } = agreed('partner');
    workshop.do('fay', { type: 'signatures.removeAgreement', agreementId, version: 1 });
    expect(workshop.refusal('alice', sign(agreementId))).toBe('agreement-unknown');
  });
});

function agreementOf(workshop: TestWorkshop, person: Person) {
  const agreement = workshop.view(person).signatures.agreements[0];
  if (!agreement) throw new Error('there is no agreement');
  return agreement;
}
