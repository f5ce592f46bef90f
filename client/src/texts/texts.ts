import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import home from './en/home.json';

/** What the home page, joining and every problem's page say. English stands in for what another language lacks. */
const languages = { en: home };

const texts = createInstance();

/** Sets up i18next with the first of the browser's languages that we have. */
export async function startTexts(browserLanguages: readonly string[]): Promise<void> {
  await texts.use(initReactI18next).init({
    resources: { en: { shell: languages.en } },
    lng: chooseLanguage(browserLanguages, Object.keys(languages)),
    fallbackLng: 'en',
    defaultNS: 'shell',
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  });
}

/** Adds what a part of the client says that is loaded later: by language, with keys that stand nowhere else. */
export function addTexts(more: Readonly<Record<keyof typeof languages, object>>): void {
  for (const [language, words] of Object.entries(more)) texts.addResourceBundle(language, 'shell', words);
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
