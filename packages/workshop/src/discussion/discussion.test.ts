import { describe, expect, test } from 'vitest';
import { items } from '../testing/agenda.ts';
import { type Person, TestWorkshop } from '../testing/TestWorkshop.ts';

const topics = [
  { topicId: 'shape:one', title: 'One' },
  { topicId: 'shape:two', title: 'Two' },
];
const startTopic = (topicId: string, minutes: number | null = null) =>
  ({ type: 'discussion.startTopic', topicId, minutes }) as const;
const thumb = (askNumber: number, given: 'up' | 'side' | 'down' | null) =>
  ({ type: 'discussion.thumb', askNumber, thumb: given }) as const;

function talking(): TestWorkshop {
  const workshop = new TestWorkshop().start().goTo('discuss');
  workshop.do('fay', { type: 'discussion.setQueue', topics });
  workshop.do('fay', startTopic('shape:one'));
  return workshop;
}

/** What a group finds to talk about that has given one dot, to the second item. */
function queueAfterVote(show: boolean) {
  const workshop = new TestWorkshop().start().goTo('vote');
  workshop.do('fay', { type: 'ballots.open', stepKey: 'vote', items });
  workshop.dots('alice', 'vote', 'shape:two', 1);
  workshop.do('fay', { type: 'ballots.close', stepKey: 'vote', show });
  return workshop.goTo('discuss').view('alice').discussion.topics;
}

describe('the queue', () => {
  test('comes from a counted vote, most wanted first, without what nobody wanted', () => {
    const workshop = new TestWorkshop().start().goTo('vote');
    const three = [...items, { itemId: 'shape:three', label: 'Third\nitem' }];
    workshop.do('fay', { type: 'ballots.open', stepKey: 'vote', items: three });
    workshop.dots('alice', 'vote', 'shape:three', 3);
    workshop.dots('bob', 'vote', 'shape:two', 1);
    workshop.do('fay', { type: 'ballots.close', stepKey: 'vote', show: true });
    workshop.do('fay', { type: 'discussion.queueFromVote', stepKey: 'vote' });
    expect(workshop.view('alice').discussion.topics).toEqual([
      { topicId: 'shape:three', title: 'Third item', status: 'waiting' },
      { topicId: 'shape:two', title: 'Two', status: 'waiting' },
    ]);
    expect(workshop.refusal('fay', { type: 'discussion.queueFromVote', stepKey: 'read' })).toBe('wrong-mode');
    expect(workshop.refusal('fay', { type: 'discussion.queueFromVote', stepKey: 'secret-vote' })).toBe(
      'vote-not-counted',
    );
  });

  test('is there by itself when the group comes to talk, unless the count is not shown', () => {
    expect(queueAfterVote(true)).toEqual([{ topicId: 'shape:two', title: 'Two', status: 'waiting' }]);
    expect(queueAfterVote(false)).toEqual([]);
    expect(talking().goTo('reflect').goTo('discuss').view('bob').discussion.topics).toMatchObject(topics);
  });

  test('keeps how far its topics are when it is set anew', () => {
    const workshop = talking();
    workshop.do('fay', { type: 'discussion.finishTopic' });
    workshop.do('fay', startTopic('shape:two'));
    workshop.do('fay', { type: 'discussion.setQueue', topics: topics.toReversed() });
    expect(statuses(workshop)).toEqual(['current', 'done']);
    expect(workshop.refusal('fay', startTopic('shape:one'))).toBe('topic-done');
    expect(workshop.refusal('fay', startTopic('shape:nine'))).toBe('topic-unknown');
    workshop.do('fay', { type: 'discussion.setQueue', topics: topics.slice(0, 1) });
    expect(workshop.view('bob').discussion.current).toBeNull();
  });
});

describe('a topic', () => {
  test('has the step’s minutes, or its own', () => {
    const workshop = talking();
    expect(currentOf(workshop, 'bob')).toMatchObject({ deadlineAt: workshop.now + 300_000, isOver: false });
    workshop.do('fay', startTopic('shape:two', 1));
    workshop.now += 60_000;
    expect(currentOf(workshop, 'bob')).toMatchObject({ topicId: 'shape:two', isOver: true });
    expect(statuses(workshop)).toEqual(['done', 'current']);
  });

  test('waits again when the group leaves it for another step', () => {
    const workshop = talking();
    workshop.goTo('decide');
    expect(workshop.view('bob').discussion.current).toBeNull();
    expect(statuses(workshop)).toEqual(['waiting', 'waiting']);
  });
});

describe('"go on?"', () => {
  test('is answered by thumbs that nobody else sees, then counted, and the thumbs are gone', () => {
    const workshop = talking();
    workshop.do('fay', { type: 'discussion.askGoOn' });
    expect(workshop.refusal('fay', { type: 'discussion.askGoOn' })).toBe('thumbs-open');
    workshop.do('alice', thumb(1, 'up'));
    workshop.do('bob', thumb(1, 'side'));
    workshop.do('carol', thumb(1, 'down'));
    workshop.do('cem', thumb(1, 'down'));
    workshop.do('cem', thumb(1, null));
    expect(currentOf(workshop, 'alice').ask).toMatchObject({ yours: 'up', counts: null, thumbCount: 3 });
    expect(currentOf(workshop, 'fay').ask).toMatchObject({ yours: null, expectedCount: 7 });
    workshop.do('fay', { type: 'discussion.countThumbs' });
    expect(currentOf(workshop, 'olga').ask?.counts).toEqual({ up: 1, side: 1, down: 1 });
    expect(workshop.workshop.privates.ballots).toEqual([]);
    expect(workshop.refusal('alice', thumb(1, 'down'))).toBe('thumbs-closed');
    workshop.do('fay', { type: 'discussion.goOn', minutes: 2 });
    expect(currentOf(workshop, 'bob')).toMatchObject({ deadlineAt: workshop.now + 120_000, ask: null });
  });

  test.each([
    ['going on', { type: 'discussion.goOn', minutes: 0 }],
    ['finishing', { type: 'discussion.finishTopic' }],
    ['the next topic', startTopic('shape:two')],
    ['a queue without the topic', { type: 'discussion.setQueue', topics: [] }],
  ] as const)('that nobody counted is dropped with its thumbs by %s', (_, command) => {
    const workshop = talking();
    workshop.do('fay', { type: 'discussion.askGoOn' });
    workshop.do('alice', thumb(1, 'up'));
    workshop.do('fay', command);
    expect(workshop.workshop.privates.ballots).toEqual([]);
  });

  test('of an earlier asking counts no more', () => {
    const workshop = talking();
    workshop.do('fay', { type: 'discussion.askGoOn' });
    workshop.do('fay', { type: 'discussion.goOn', minutes: 1 });
    workshop.do('fay', { type: 'discussion.askGoOn' });
    expect(workshop.refusal('alice', thumb(1, 'up'))).toBe('thumbs-closed');
    expect(workshop.refusal('alice', thumb(2, 'up'))).toBe('accepted');
  });
});

function currentOf(workshop: TestWorkshop, person: Person) {
  const { current } = workshop.view(person).discussion;
  if (!current) throw new Error('nothing is discussed');
  return current;
}

function statuses(workshop: TestWorkshop): string[] {
  return workshop.view('bob').discussion.topics.map(({ status }) => status);
}
