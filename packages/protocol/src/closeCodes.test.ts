import { encodeUtf8 } from 'lib0/string';
import { expect, test } from 'vitest';
import { closeInfoOf, closeReasons } from './closeCodes.ts';

test.each(Object.entries(closeReasons))(
  '%s has a code browsers may get, fits a close frame, and says what to do',
  (reason, info) => {
    expect(info.code).toSatisfy(
      (code: number) =>
        [1003, 1007, 1008, 1009, 1011, 1012, 1013].includes(code) || (code >= 4000 && code < 5000),
    );
    // RFC 6455 section 5.5: a control frame holds 125 bytes, two of them the code.
    expect(encodeUtf8(reason).length).toBeLessThanOrEqual(123);
    expect(info.sentence).toMatch(/^[A-Z].*\.$/u);
    expect(closeInfoOf(reason)).toEqual({ reason, ...info });
  },
);

test('reasons of proxies and of the language itself are not ours', () => {
  expect(closeInfoOf('')).toBeNull();
  expect(closeInfoOf('Going away')).toBeNull();
  expect(closeInfoOf('constructor')).toBeNull();
});
