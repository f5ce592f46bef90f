import { expect, it } from 'vitest';
import { contributorsSince } from './contributorsSince.ts';

const note = (meta: Readonly<Record<string, unknown>>) => ({ meta });

it('are those who made a note since then, each once', () => {
  const notes = [
    note({ by: 'alice', at: 100 }),
    note({ by: 'alice', at: 120 }),
    note({ by: 'bob', at: 99 }),
    note({ createdBy: 'carol', createdAt: 130 }),
  ];
  expect([...contributorsSince(notes, 100)]).toEqual(['alice', 'carol']);
});

it('are nobody where nobody is named', () => {
  expect([...contributorsSince([note({ stepKey: 'gather', createdAt: 130 }), note({})], 100)]).toEqual([]);
});
