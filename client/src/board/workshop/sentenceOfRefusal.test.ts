import { refusal, refusalSentences, type Refusal, type RefusalCode } from '@common-ground/workshop';
import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import board from '../../texts/en/board.json';
import { sentenceOfRefusal } from './sentenceOfRefusal.ts';

let t: TFunction;

beforeAll(async () => {
  t = await createInstance().init({
    lng: 'en',
    defaultNS: 'shell',
    resources: { en: { shell: board } },
    interpolation: { escapeValue: false },
  });
});

const codes = Object.keys(refusalSentences) as RefusalCode[];
const texts: Readonly<Record<string, string>> = board.refusals;

/** The names of the values that a sentence has room for. */
function namesIn(text: string | undefined, place: RegExp): string[] {
  return [...(text ?? '').matchAll(place)].map(([, name]) => name ?? '').toSorted();
}

describe('a refusal', () => {
  it.each(codes)('%s has a sentence with all it tells', (code) => {
    const text = texts[code] ?? texts[`${code}_other`];
    expect(text).toBeDefined();
    expect(namesIn(text, /\{\{(\w+)\}\}/g)).toEqual(namesIn(refusalSentences[code], /\{(\w+)\}/g));
  });

  it('has no sentence that nothing is refused with', () => {
    const known = new Set<string>(codes);
    expect(Object.keys(texts).filter((key) => !known.has(key.replace(/_(one|other)$/, '')))).toEqual([]);
  });

  it('keeps a title of another writing direction apart, and counts', () => {
    expect(sentenceOfRefusal(refusal('step-moved', { title: 'اجتماع' }), t)).toContain(
      '“\u2068اجتماع\u2069”',
    );
    expect(sentenceOfRefusal(refusal('restatements-open', { count: 1 }), t)).toContain('One restatement');
  });

  it('that this page does not know is told in the server’s words', () => {
    const unknown = { code: 'from-the-future', data: {}, message: 'Not today.' } as unknown as Refusal;
    expect(sentenceOfRefusal(unknown, t)).toBe('Not today.');
  });
});
