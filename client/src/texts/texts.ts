import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';

/** Every text of the shell, in the languages there are; English stands in for what another one lacks. */
const resources = { en: { shell: en } };

const texts = createInstance();

/** Sets up i18next with the first of the browser's languages that we have. */
export async function startTexts(browserLanguages: readonly string[]): Promise<void> {
  await texts.use(initReactI18next).init({
    resources,
    lng: chooseLanguage(browserLanguages, Object.keys(resources)),
    fallbackLng: 'en',
    defaultNS: 'shell',
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  });
}

/** The first wanted language that exists, by its primary subtag (`de-AT` is served by `de`); English otherwise. */
export function chooseLanguage(wanted: readonly string[], available: readonly string[]): string {
  const primary = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return primary.find((tag) => available.includes(tag)) ?? 'en';
}

/** Language and writing direction on `<html>`, for screen readers, hyphenation and layout. */
export function markLanguage(root: HTMLElement): void {
  root.lang = texts.language;
  root.dir = texts.dir(texts.language);
}
