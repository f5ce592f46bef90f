import type { Partner, ParticipantId, PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { connectionViewOf } from './connectionView.ts';
import type { BoardPerson, ConnectionState } from './model.ts';
import { peopleByPartner } from './peopleByPartner.ts';
import { qrCodeOf } from './qrCode.ts';

const fine: ConnectionState = { network: 'online', saving: 'saved', unsavedCount: 0 };

describe('what the bar says of the connection', () => {
  it('is "saved" only when the server has confirmed every edit', () => {
    expect(connectionViewOf(fine)).toBe('saved');
    expect(connectionViewOf({ ...fine, unsavedCount: 1 })).toBe('saving');
    expect(connectionViewOf({ ...fine, saving: 'saving' })).toBe('saving');
  });

  it('is "offline" before anything else, and "not saved" before "saving"', () => {
    expect(connectionViewOf({ network: 'offline', saving: 'trouble', unsavedCount: 3 })).toBe('offline');
    expect(connectionViewOf({ network: 'connecting', saving: 'saving', unsavedCount: 3 })).toBe('connecting');
    expect(connectionViewOf({ network: 'online', saving: 'trouble', unsavedCount: 3 })).toBe('trouble');
  });
});

describe('people by partner', () => {
  const north: Partner = { id: 'n' as PartnerId, name: 'North', colour: 'blue' };
  const south: Partner = { id: 's' as PartnerId, name: 'South', colour: 'orange' };

  it('stand you first, then who is here, then by name', () => {
    const people = [
      person('Bob', north, { isHere: false }),
      person('Carol', north),
      person('Alice', north),
      person('Zoe', north, { isYou: true }),
    ];
    const [group] = peopleByPartner([north], people);
    expect(group?.people.map(({ name }) => name)).toEqual(['Zoe', 'Alice', 'Carol', 'Bob']);
  });

  it('show a partner nobody came from, and those without a partner last', () => {
    const groups = peopleByPartner([north, south], [person('Dan', null), person('Alice', south)]);
    expect(groups.map(({ partner }) => partner?.name ?? null)).toEqual(['North', 'South', null]);
    expect(groups.map(({ people }) => people.length)).toEqual([0, 1, 1]);
  });

  it('keep somebody whose partner is not on the list', () => {
    const gone: Partner = { id: 'g' as PartnerId, name: 'Gone', colour: 'red' };
    expect(peopleByPartner([north], [person('Eve', gone)]).at(-1)?.people).toHaveLength(1);
  });
});

describe('a QR code', () => {
  it('has its quiet zone free and a finder pattern in its corner', () => {
    const { size, path } = qrCodeOf('http://localhost:3000/b/board-1#secret');
    expect(path.startsWith('M4 4h1v1h-1z')).toBe(true);
    const columns = [...path.matchAll(/M(\d+) (\d+)/gu)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...columns)).toBe(4);
    expect(Math.max(...columns)).toBe(size - 5);
  });
});

function person(name: string, partner: Partner | null, more: Partial<BoardPerson> = {}): BoardPerson {
  const id = name as ParticipantId;
  return { id, name, partner, role: 'contributor', isYou: false, isHere: true, ...more };
}
