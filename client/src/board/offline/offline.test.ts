import { expect, test } from 'vitest';
import type { Problem } from '../../errors/Problem.ts';
import { createTextStore } from '../../session/TextStore.ts';
import { endsAccess } from './endsAccess.ts';
import { forgetKeptWriting, writingKeys } from './keptWriting.ts';

test.each<[Problem, boolean]>([
  [{ kind: 'closed', reason: 'removed' }, true],
  [{ kind: 'closed', reason: 'link-revoked' }, true],
  [{ kind: 'refused', code: 'link_revoked' }, true],
  [{ kind: 'closed', reason: 'foreign-client-id' }, false],
  [{ kind: 'refused', code: 'token_invalid' }, false],
  [{ kind: 'network' }, false],
])('%o ends somebody’s access to the board: %s', (problem, expected) => {
  expect(endsAccess(problem)).toBe(expected);
});

test('who has no access any more leaves nothing unseen behind, and others’ writing stays', () => {
  const store = createTextStore(() => {
    throw new Error('no storage');
  });
  for (const keyOf of Object.values(writingKeys))
    for (const who of ['anna', 'ben']) store.write(keyOf('b', who), who);
  forgetKeptWriting(store, 'b', 'anna');
  for (const keyOf of Object.values(writingKeys)) {
    expect(store.read(keyOf('b', 'anna'))).toBeNull();
    expect(store.read(keyOf('b', 'ben'))).toBe('ben');
  }
});
