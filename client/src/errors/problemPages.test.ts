import { apiErrors, closeReasons, type ApiErrorCode, type CloseReason } from '@common-ground/protocol';
import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import home from '../texts/en/home.json';
import type { Problem } from './Problem.ts';
import { closePages, problemPageOf, refusalPages, sentenceOf } from './problemPages.ts';

let t: TFunction;

beforeAll(async () => {
  t = await createInstance().init({ lng: 'en', defaultNS: 'shell', resources: { en: { shell: home } } });
});

const refusals = (Object.keys(apiErrors) as ApiErrorCode[]).map((code): Problem => ({
  kind: 'refused',
  code,
}));
const closures = (Object.keys(closeReasons) as CloseReason[]).map((reason): Problem => ({
  kind: 'closed',
  reason,
}));
const others: Problem[] = [{ kind: 'network' }, { kind: 'unreadable', status: 200 }, { kind: 'no-link' }];

describe('the pages for problems', () => {
  it.each([...refusals, ...closures, ...others])(
    'say what happened and what to press for $kind $code$reason',
    (problem) => {
      const { title, action } = problemPageOf(problem);
      expect(home.problems.titles[title]).toBeTruthy();
      expect(home.problems.actions[action]).toBeTruthy();
      expect(sentenceOf(problem, t)).toMatch(/\.$/u);
      // The heading and the sentence stand together: one must not repeat the other.
      expect(sentenceOf(problem, t).startsWith(home.problems.titles[title])).toBe(false);
    },
  );

  it('hold no row for a code that the protocol does not have', () => {
    expect(Object.keys(refusalPages).toSorted()).toEqual(Object.keys(apiErrors).toSorted());
    expect(Object.keys(closePages).toSorted()).toEqual(Object.keys(closeReasons).toSorted());
  });

  it('offer to reload wherever the protocol says that the page has to be', () => {
    const reloading = (Object.keys(closeReasons) as CloseReason[]).filter(
      (reason) => closeReasons[reason].after === 'reload',
    );
    expect(reloading.map((reason) => closePages[reason].action)).toEqual(reloading.map(() => 'reload'));
  });

  it('say the sentence of the protocol, or its translation where there is one', async () => {
    const problem: Problem = { kind: 'refused', code: 'removed' };
    expect(sentenceOf(problem, t)).toBe(apiErrors.removed.message);
    const german = await createInstance().init({
      lng: 'de',
      defaultNS: 'shell',
      resources: { de: { shell: { problems: { refused: { removed: 'Entfernt.' } } } } },
    });
    expect(sentenceOf(problem, german)).toBe('Entfernt.');
  });
});
