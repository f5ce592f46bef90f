import { describe, expect, it } from 'vitest';
import { hashLinkPassword, isLinkPassword } from './linkPasswords.ts';

describe('a link’s password', () => {
  it('is known again, however its letters are composed, and no other is', async () => {
    const hash = await hashLinkPassword('Zürich 7');
    expect(await isLinkPassword('Zürich 7', hash)).toBe(true);
    expect(await isLinkPassword('Zu\u0308rich 7', hash)).toBe(true);
    expect(await isLinkPassword('zürich 7', hash)).toBe(false);
    expect(await isLinkPassword('', hash)).toBe(false);
  });

  it('stands nowhere in its hash, and two hashes of it differ', async () => {
    const [one, other] = [await hashLinkPassword('open sesame'), await hashLinkPassword('open sesame')];
    expect(Buffer.from(one).includes('sesame')).toBe(false);
    expect(one).not.toEqual(other);
    expect(one).toHaveLength(48);
  });
});
