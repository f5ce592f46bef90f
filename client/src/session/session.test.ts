import type { BoardId, ParticipantId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import {
  forgetBoardSession,
  readBoardSession,
  writeBoardSession,
  type BoardSession,
} from './boardSessions.ts';
import { readLastPerson, writeLastPerson } from './lastPerson.ts';
import { secretOfFragment, withoutFragment } from './linkSecret.ts';
import {
  forgetRecentBoard,
  maxRecentBoards,
  readRecentBoards,
  updateRecentBoard,
  writeRecentBoard,
  type RecentBoard,
} from './recentBoards.ts';
import { createTextStore, type TextStore } from './TextStore.ts';

const boardId = 'board-1' as BoardId;

const session: BoardSession = {
  boardId,
  participantId: 'alice' as ParticipantId,
  token: 'payload.signature',
  secret: 'link-secret',
  role: 'contributor',
  name: 'Alice',
  partner: { name: 'North', colour: 'blue' },
};

const recent: RecentBoard = {
  boardId,
  title: 'Kick-off',
  role: 'facilitator',
  templateIds: ['raci'],
  openedAt: 1000,
};

describe('the session of a board', () => {
  it('is read as it was written', () => {
    const store = fakeStore();
    writeBoardSession(store, session);
    expect(readBoardSession(store, boardId)).toEqual(session);
  });

  it('is kept apart from the session of another board', () => {
    const store = fakeStore();
    writeBoardSession(store, session);
    expect(readBoardSession(store, 'board-2' as BoardId)).toBeNull();
  });

  it('is gone once it is forgotten', () => {
    const store = fakeStore();
    writeBoardSession(store, session);
    forgetBoardSession(store, boardId);
    expect(readBoardSession(store, boardId)).toBeNull();
  });

  it.each([
    '',
    'null',
    '{',
    '[]',
    '{"token":1}',
    '{"token":"t","participantId":"p","secret":"s","role":"king"}',
  ])('counts as none when %j stands in its place', (damaged) => {
    const store = fakeStore({ [`common-ground/session/${boardId}`]: damaged });
    expect(readBoardSession(store, boardId)).toBeNull();
  });
});

describe('the last person', () => {
  it('is nobody in a new browser and after damage', () => {
    expect(readLastPerson(fakeStore())).toEqual({ name: '', partnerName: null });
    expect(readLastPerson(fakeStore({ 'common-ground/person': '42' }))).toEqual({
      name: '',
      partnerName: null,
    });
  });

  it('is remembered with their partner', () => {
    const store = fakeStore();
    writeLastPerson(store, { name: 'Bob', partnerName: 'South' });
    expect(readLastPerson(store)).toEqual({ name: 'Bob', partnerName: 'South' });
  });
});

describe('recent boards', () => {
  it('come with the latest first', () => {
    const store = fakeStore();
    writeRecentBoard(store, { ...recent, boardId: 'late' as BoardId, openedAt: 2000 });
    writeRecentBoard(store, recent);
    expect(readRecentBoards(store).map((board) => board.boardId)).toEqual(['late', boardId]);
  });

  it('list a board once, as it was written last', () => {
    const store = fakeStore();
    writeRecentBoard(store, recent);
    writeRecentBoard(store, { ...recent, title: 'Renamed' });
    expect(readRecentBoards(store)).toEqual([{ ...recent, title: 'Renamed' }]);
  });

  it('lose the oldest beyond the limit', () => {
    const store = fakeStore();
    for (let n = 0; n <= maxRecentBoards; n += 1) {
      writeRecentBoard(store, { ...recent, boardId: `board-${n}` as BoardId, openedAt: n });
    }
    const boards = readRecentBoards(store);
    expect(boards).toHaveLength(maxRecentBoards);
    expect(boards.some((board) => board.boardId === 'board-0')).toBe(false);
  });

  it('are brought up to date only when they are on the list', () => {
    const store = fakeStore();
    updateRecentBoard(store, boardId, { title: 'Never opened here' });
    expect(readRecentBoards(store)).toEqual([]);
    writeRecentBoard(store, recent);
    updateRecentBoard(store, boardId, { openedAt: 5000 });
    expect(readRecentBoards(store)).toEqual([{ ...recent, openedAt: 5000 }]);
  });

  it('can be taken off the list', () => {
    const store = fakeStore();
    writeRecentBoard(store, recent);
    forgetRecentBoard(store, boardId);
    expect(readRecentBoards(store)).toEqual([]);
  });

  it('leave out a damaged entry and keep the others', () => {
    const entries = [recent, null, 7, { ...recent, boardId: '../etc' }, { ...recent, openedAt: 'yesterday' }];
    const store = fakeStore({ 'common-ground/recent': JSON.stringify(entries) });
    expect(readRecentBoards(store)).toEqual([recent]);
  });

  it('are none when the whole list is damaged', () => {
    expect(readRecentBoards(fakeStore({ 'common-ground/recent': '{"not": "a list"' }))).toEqual([]);
    expect(readRecentBoards(fakeStore({ 'common-ground/recent': '{}' }))).toEqual([]);
  });
});

describe('the text store', () => {
  it('remembers until the page is closed when the browser forbids storage', () => {
    const store = createTextStore(() => {
      throw new Error('denied');
    });
    store.write('key', 'text');
    expect(store.read('key')).toBe('text');
    store.remove('key');
    expect(store.read('key')).toBeNull();
  });

  it('reads what it could not save rather than the older text that is saved', () => {
    const storage = { getItem: () => 'old', setItem: refuse, removeItem: refuse } as unknown as Storage;
    const store = createTextStore(() => storage);
    expect(store.read('key')).toBe('old');
    store.write('key', 'new');
    expect(store.read('key')).toBe('new');
  });
});

describe('the link in the address bar', () => {
  it('gives its secret', () => {
    expect(secretOfFragment('#Ab-_9')).toBe('Ab-_9');
  });

  it.each(['', '#', '#with space', '#<script>', `#${'a'.repeat(129)}`])('has none in %j', (hash) => {
    expect(secretOfFragment(hash)).toBeNull();
  });

  it('is the board address once the secret is taken out', () => {
    expect(withoutFragment({ pathname: '/b/board-1', search: '?page=2' })).toBe('/b/board-1?page=2');
  });
});

function refuse(): never {
  throw new Error('quota exceeded');
}

function fakeStore(initial: Record<string, string> = {}): TextStore {
  const texts = new Map(Object.entries(initial));
  return {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}
