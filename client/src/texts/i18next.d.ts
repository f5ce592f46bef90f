import type board from './en/board.json';
import type home from './en/home.json';

/** `{ a: { b: 'text' } }` as `{ 'a.b': string }`. */
type Flat<Texts> = {
  readonly [Key in PathOf<Texts>]: string;
};

type PathOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${PathOf<Texts[Key]>}`;
}[keyof Texts & string];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    // Only the types take the keys as flat: i18next's own way of putting them together is too deep for the compiler from
    // about a thousand on.
    keySeparator: false;
    resources: { shell: Flat<typeof home & typeof board> };
  }
}
