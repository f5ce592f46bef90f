import { describe, expect, it } from 'vitest';
import { createTranslate } from './translate.ts';

const table = {
  en: { hello: 'Hello {name}', bye: 'Bye' },
  pt: { hello: 'Olá {name}' },
  'pt-BR': { bye: 'Tchau' },
};

describe('a text lookup', () => {
  it('goes from the region to the language to English', () => {
    const t = createTranslate(table, 'pt-BR');
    expect([t('bye'), t('hello', { name: 'Ana' })]).toEqual(['Tchau', 'Olá Ana']);
    expect(createTranslate(table, 'pt')('bye')).toBe('Bye');
    expect(createTranslate(table, 'constructor')('bye')).toBe('Bye');
  });

  it('leaves a placeholder without a value to be seen, and puts values in as they are', () => {
    const t = createTranslate(table, 'en');
    expect(t('hello')).toBe('Hello {name}');
    expect(t('hello', { name: '{bye} $&' })).toBe('Hello {bye} $&');
  });
});
