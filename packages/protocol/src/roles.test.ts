import { expect, test } from 'vitest';
import { mayComment, mayEdit, mayFacilitate, roles } from './roles.ts';

test('each role may do what the one after it may, and more', () => {
  const rights = roles.map((role) => [role, mayFacilitate(role), mayEdit(role), mayComment(role)]);
  expect(rights).toEqual([
    ['facilitator', true, true, true],
    ['contributor', false, true, true],
    ['commenter', false, false, true],
    ['observer', false, false, false],
  ]);
});
