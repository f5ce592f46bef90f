/** The texts of a template: English whole, other languages as far as somebody has translated them. */
export interface TextTable<Key extends string> {
  readonly en: Readonly<Record<Key, string>>;
  /** By BCP 47 language tag; a missing text is said in English. */
  readonly [language: string]: Readonly<Partial<Record<Key, string>>>;
}

/** Looks a text up and puts values in the place of `{name}`. */
export type Translate<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * A lookup in one language. A regional tag falls back to its language (`pt-BR` to `pt`), and that to English.
 * A placeholder without a value stays as it is written, so that the gap is seen.
 */
export function createTranslate<Key extends string>(table: TextTable<Key>, language: string): Translate<Key> {
  const base = language.split('-')[0] ?? language;
  const exact = Object.hasOwn(table, language) ? table[language] : undefined;
  const general = Object.hasOwn(table, base) ? table[base] : undefined;
  return (key, values = {}) => fillIn(exact?.[key] ?? general?.[key] ?? table.en[key], values);
}

function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
