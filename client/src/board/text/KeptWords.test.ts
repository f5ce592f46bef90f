import { plainTextOf, richTextSchema } from '@common-ground/board';
import { AllSelection, EditorState, TextSelection, type Selection } from '@tiptap/pm/state';
import { toRichText, type TLRichText, type TLShape } from '@tldraw/tldraw';
import { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { keptPlainText, keptRichText } from './KeptWords.ts';

const note = { type: 'note', props: { color: 'red' } } as unknown as TLShape;

describe('what is typed on when a note is gone', () => {
  test('goes on at the caret', () => {
    const words = keptRichText(
      note,
      stateOf('one three', (doc) => TextSelection.create(doc, 5)),
    );
    words.type('two ');
    expect(textOf(words.props())).toBe('one two three');
  });

  test('is taken back and broken into lines', () => {
    const words = keptRichText(
      note,
      stateOf('on', (doc) => TextSelection.atEnd(doc)),
    );
    words.type('ex');
    words.erase();
    words.breakLine();
    words.type('two');
    expect(textOf(words.props())).toBe('one\ntwo');
  });

  test('joins lines when the break between them is taken back', () => {
    const words = keptRichText(
      note,
      stateOf('one\ntwo', (doc) => TextSelection.create(doc, 6)),
    );
    words.erase();
    expect(textOf(words.props())).toBe('onetwo');
  });

  test('does nothing to an empty text', () => {
    const words = keptRichText(
      note,
      stateOf('', (doc) => TextSelection.atStart(doc)),
    );
    words.erase();
    expect(textOf(words.props())).toBe('');
  });

  test('replaces what was selected, and leaves the look of the note alone', () => {
    const words = keptRichText(
      note,
      stateOf('old', (doc) => new AllSelection(doc)),
    );
    words.type('new');
    expect(textOf(words.props())).toBe('new');
    expect(words.props()).toMatchObject({ color: 'red' });
  });
});

test('the words of a label go on at its end', () => {
  const frame = { type: 'frame', props: { name: 'Goals', w: 10 } } as unknown as TLShape;
  const words = keptPlainText(frame);
  words?.type('!😀');
  words?.erase();
  expect(words?.props()).toEqual({ name: 'Goals!', w: 10 });
  expect(keptPlainText(note)).toBeNull();
});

function stateOf(text: string, select: (doc: Node) => Selection): EditorState {
  const doc = Node.fromJSON(richTextSchema, toRichText(text));
  return EditorState.create({ doc, selection: select(doc) });
}

function textOf(props: TLShape['props']): string {
  return plainTextOf((props as unknown as { richText: TLRichText }).richText);
}
