import type { TLRichText } from '@tldraw/tlschema';
import { Fragment, Node, type Mark } from 'prosemirror-model';
import { richTextSchema } from '../text/richTextSchema.ts';

interface Character {
  readonly char: string;
  readonly marks: readonly Mark[];
}

/** The rich text with words put in before the character at `at`, counted over paragraphs with one for each break; a new line begins a paragraph. */
export function withTextAt(richText: TLRichText, at: number, words: string): TLRichText {
  return edited(richText, (characters) => {
    const marks = characters[at - 1]?.marks ?? [];
    characters.splice(at, 0, ...Array.from(words, (char) => ({ char, marks })));
  });
}

/** The rich text without the characters from `from` up to `to`. */
export function withoutText(richText: TLRichText, from: number, to: number): TLRichText {
  return edited(richText, (characters) => characters.splice(from, to - from));
}

/** The rich text with a mark on the characters from `from` up to `to`. */
export function withMark(richText: TLRichText, markName: string, from: number, to: number): TLRichText {
  const mark = richTextSchema.mark(markName);
  return edited(richText, (characters) => {
    for (const [at, { char, marks }] of characters.entries()) {
      if (at >= from && at < to) characters[at] = { char, marks: mark.addToSet(marks) };
    }
  });
}

function edited(richText: TLRichText, edit: (characters: Character[]) => void): TLRichText {
  const characters = charactersOf(Node.fromJSON(richTextSchema, richText));
  edit(characters);
  return nodeOf(characters).toJSON() as TLRichText;
}

function charactersOf(doc: Node): Character[] {
  const characters: Character[] = [];
  doc.forEach((paragraph, _offset, at) => {
    if (at > 0) characters.push({ char: '\n', marks: [] });
    paragraph.forEach(({ text = '', marks }) => {
      for (const char of text) characters.push({ char, marks });
    });
  });
  return characters;
}

function nodeOf(characters: readonly Character[]): Node {
  const paragraphs: Character[][] = [[]];
  for (const character of characters) {
    if (character.char === '\n') paragraphs.push([]);
    else paragraphs.at(-1)?.push(character);
  }
  const nodes = paragraphs.map((paragraph) => {
    const texts = paragraph.map(({ char, marks }) => richTextSchema.text(char, marks));
    return richTextSchema.node('paragraph', null, Fragment.fromArray(texts));
  });
  return richTextSchema.node('doc', null, nodes);
}
