import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import home from './en/home.json';
import { formatAgo } from './formatAgo.ts';
import { formatMinutes } from './formatMinutes.ts';
import { chooseLanguage } from './texts.ts';

let t: TFunction;

beforeAll(async () => {
  t = await createInstance().init({ lng: 'en', defaultNS: 'shell', resources: { en: { shell: home } } });
});

describe('the language of the shell', () => {
  it('is the first wanted one that exists, whatever its region', () => {
    expect(chooseLanguage(['fr-CA', 'de-AT', 'en'], ['en', 'de'])).toBe('de');
  });

  it('is English when none of the wanted ones exists', () => {
    expect(chooseLanguage(['cy', 'mt'], ['en', 'de'])).toBe('en');
    expect(chooseLanguage([], ['en'])).toBe('en');
  });
});

describe('a duration', () => {
  it.each([
    [1, '1 minute'],
    [58, '58 minutes'],
    [98, '98 minutes'],
    [120, '120 minutes'],
    [121, 'about 2 h'],
    [190, 'about 3¼ h'],
  ])('of %i minutes reads %j', (minutes, text) => {
    expect(formatMinutes(minutes, t)).toBe(text);
  });
});

describe('how long ago', () => {
  const now = Date.UTC(2030, 5, 15, 12);
  const minuteMs = 60_000;

  it.each([
    [5, '5 minutes ago'],
    [60, '1 hour ago'],
    [23 * 60, '23 hours ago'],
    [24 * 60, 'yesterday'],
    [6 * 24 * 60, '6 days ago'],
    [45 * 24 * 60, 'May 1, 2030'],
  ])('%i minutes reads %j', (minutes, text) => {
    expect(formatAgo(now - minutes * minuteMs, now, 'en')).toBe(text);
  });

  it('is not worth a figure under a minute, nor when a clock runs ahead', () => {
    expect(formatAgo(now - 59_000, now, 'en')).toBeNull();
    expect(formatAgo(now + minuteMs, now, 'en')).toBeNull();
  });
});
