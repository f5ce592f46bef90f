import { expect, test } from 'vitest';
import { personId, TestWorkshop } from '../testing/TestWorkshop.ts';

const lead = { type: 'leading.lead' } as const;
const follow = (isFollowing: boolean) => ({ type: 'leading.follow', isFollowing }) as const;

test('everybody follows who takes the lead, until they leave it or it is released', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', lead);
  expect(workshop.view('olga').leading).toEqual({ leaderId: 'fay', isYouFollowing: true });
  expect(workshop.view('fay').leading).toEqual({ leaderId: 'fay', isYouFollowing: false });
  workshop.do('alice', follow(false));
  expect(workshop.do('alice', follow(false)).events).toEqual([]);
  expect(workshop.view('alice').leading.isYouFollowing).toBe(false);
  workshop.do('alice', follow(true));
  expect(workshop.view('alice').leading.isYouFollowing).toBe(true);
  workshop.do('fay', { type: 'leading.release' });
  expect(workshop.view('alice').leading).toEqual({ leaderId: null, isYouFollowing: false });
});

test('nobody follows a leader who is away, and all do again when they are back', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', lead);
  workshop.setPresent('fay', false);
  expect(workshop.view('alice').leading.leaderId).toBeNull();
  workshop.setPresent('fay', true);
  expect(workshop.view('alice').leading).toEqual({ leaderId: 'fay', isYouFollowing: true });
});

test('the lead ends with the role of facilitator', () => {
  const workshop = new TestWorkshop().start();
  workshop.do('fay', { type: 'people.setRole', participantId: personId('alice'), role: 'facilitator' });
  workshop.do('alice', lead);
  workshop.do('fay', { type: 'people.setRole', participantId: personId('alice'), role: 'contributor' });
  expect(workshop.view('bob').leading.leaderId).toBeNull();
});

test('bringing everyone to a place is a moment, not a state', () => {
  const workshop = new TestWorkshop().start();
  const place = { pageId: 'page:one', box: { x: 0, y: 0, w: 800, h: 600 } };
  const decision = workshop.do('fay', { type: 'leading.bring', ...place });
  expect(decision).toMatchObject({ events: [], ephemerals: [{ kind: 'bring', by: 'fay', ...place }] });
});
