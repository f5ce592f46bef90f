import { splitBlock, joinBackward, toggleMark, setBlockType, deleteSelection } from '@tiptap/pm/commands';
import { richTextSchema } from '@common-ground/board';
import type { Command } from '@tiptap/pm/state';
import { wrapInList, liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { deliver, TestWriter } from './testing/TestWriter.ts';

// A busy machine takes its time for so many edits.
vi.setConfig({ testTimeout: 20_000 });

const { nodes, marks } = richTextSchema;

describe('two people in one text', () => {
  test('write where their carets are, also among the same letters', () => {
    const [anna, ben] = pair('aaaa');
    anna.goesTo(1).types('a');
    ben.goesTo(3).types('b').types('b');
    deliver(anna, ben);
    expect(anna.shows).toBe('aa|aabba');
    expect(ben.shows).toBe('aaaabb|a');
  });

  test('write one after the other, not into each other, where they write at one place', () => {
    const [anna, ben] = pair('');
    for (let letter = 0; letter < 3; letter += 1) {
      anna.types('a');
      ben.types('b');
      deliver(anna, ben);
    }
    expect(anna.shows.replace('|', '')).toMatch(/^(?:aaabbb|bbbaaa)$/);
  });

  test('break one paragraph at once: each break is there once', () => {
    const [anna, ben] = pair('abcdef');
    anna.goesTo(3).does(splitBlock).types('A');
    ben.goesTo(4).does(splitBlock).types('B');
    deliver(anna, ben);
    expect(anna.shows).toBe('abc\nA|d\nBef');
    expect(ben.shows).toBe('abc\nAd\nB|ef');
  });

  test('join a paragraph and write into it', () => {
    const [anna, ben] = pair('abc\ndef');
    anna.goesTo(4).does(joinBackward);
    ben.goesTo(6).types('X');
    deliver(anna, ben);
    expect(anna.shows).toBe('abc|deXf');
    expect(ben.shows).toBe('abcdeX|f');
  });

  test('make a list at once, and write into it', () => {
    const [anna, ben] = pair('one\ntwo');
    anna.goesTo(0, 7).does(wrapInList(nodes.bulletList));
    ben.goesTo(0, 7).does(wrapInList(nodes.bulletList));
    ben.goesTo(7).types('!');
    deliver(anna, ben);
    expect(anna.richText).toMatchObject({ content: [{ type: 'bulletList', content: [{}, {}] }] });
    expect(anna.shows).toBe('one\ntwo|!');
    agree(anna, ben);
  });

  test('format what the other writes in', () => {
    const [anna, ben] = pair('one two');
    anna.goesTo(0, 7).does(toggleMark(marks.bold));
    ben.goesTo(3).types('X');
    deliver(anna, ben);
    agree(anna, ben);
    expect(JSON.stringify(anna.richText)).toContain('bold');
  });

  test('see each other’s carets where they are', () => {
    const [anna, ben] = pair('abc\ndef');
    ben.goesTo(5);
    expect(anna.caretOf(ben)).toBe(ben.state.selection.head);
    anna.goesTo(0).types('xx');
    deliver(anna, ben);
    expect(anna.caretOf(ben)).toBe(ben.state.selection.head);
  });
});

describe('what others write', () => {
  test('leaves caret, selection and chosen formats of this person alone', () => {
    const [anna, ben] = pair('abcdef');
    anna.goesTo(4, 2);
    ben.goesTo(4).types('4').goesTo(2).types('2');
    deliver(anna, ben);
    const { from, to, anchor } = anna.state.selection;
    expect(anna.state.doc.textBetween(from, to)).toBe('cd');
    expect(anchor).toBe(to);
    anna.goesTo(0).does(toggleMark(marks.bold));
    ben.goesTo(8).types('!');
    deliver(anna, ben);
    expect(anna.types('B').state.doc.nodeAt(1)?.marks).toHaveLength(1);
  });

  test('waits while an input method composes, and nothing is lost or doubled', () => {
    const [anna, ben] = pair('middle');
    anna.goesTo(6);
    anna.composing = true;
    anna.types('に');
    ben.goesTo(0).types('yy').goesTo(5, 7).does(deleteSelection).types('Z');
    deliver(anna, ben);
    expect(anna.shows).toBe('middleに|');
    anna.types('ほ');
    deliver(anna, ben);
    anna.goesTo(6, 8).types('日本');
    anna.endsComposing().types('!');
    deliver(anna, ben);
    expect(anna.shows).toBe('yymidZe日本!|');
    agree(anna, ben);
  });
});

test('undo takes back this person’s words only, and puts the caret there', () => {
  const [anna, ben] = pair('');
  anna.types('one');
  deliver(anna, ben);
  ben.goesTo(3).types(' BEN');
  deliver(anna, ben);
  anna.undo.mark();
  anna.goesTo(0).does(splitBlock).types('two');
  anna.undo.undo();
  expect(anna.shows).toBe('|one BEN');
  anna.undo.redo();
  deliver(anna, ben);
  expect(anna.shows).toBe('\ntwo|one BEN');
  agree(anna, ben);
});

test('whatever three people do, nobody’s letters are lost or doubled, and all see the same', () => {
  const place = fc.nat(40);
  const action = fc.tuple(
    fc.nat(2),
    fc.oneof(
      fc.tuple(fc.constant('type' as const), place, place),
      fc.tuple(fc.constant('type' as const), place, place),
      fc.tuple(fc.constantFrom(...(Object.keys(commands) as (keyof typeof commands)[])), place, place),
      fc.tuple(fc.constantFrom('hear' as const, 'compose' as const), place, place),
    ),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const first = new TestWriter(1, 'abc\ndef');
      const writers = [first, first.joined(2), first.joined(3)] as const;
      let expected = 'abcdef';
      for (const [who, [what, from, to]] of actions) {
        const writer = writers[who] ?? first;
        if (what === 'hear') deliver(writer, writers[from % 3] ?? first);
        else if (what === 'compose') {
          if (writer.composing) writer.endsComposing();
          else writer.composing = true;
        } else if (what === 'type') {
          const letter = String.fromCodePoint(0x4e00 + expected.length);
          expected += letter;
          writer.goesTo(from).types(letter);
        } else {
          writer.goesTo(from, what === 'bold' ? to : from).does(commands[what]);
        }
      }
      for (const writer of writers) writer.endsComposing();
      deliver(...writers);
      deliver(...writers);
      agree(...writers);
      const letters = first.state.doc.textContent;
      expect(Array.from(letters).toSorted().join('')).toBe(Array.from(expected).toSorted().join(''));
    }),
    { numRuns: 100 },
  );
});

const commands = {
  break: (state, dispatch) => splitListItem(nodes.listItem)(state, dispatch) || splitBlock(state, dispatch),
  join: joinBackward,
  bullets: wrapInList(nodes.bulletList),
  numbers: wrapInList(nodes.orderedList),
  sink: sinkListItem(nodes.listItem),
  lift: liftListItem(nodes.listItem),
  heading: setBlockType(nodes.heading, { level: 2 }),
  plain: setBlockType(nodes.paragraph),
  bold: toggleMark(marks.bold),
} satisfies Record<string, Command>;

function pair(text: string): [TestWriter, TestWriter] {
  const anna = new TestWriter(1, text);
  return [anna, anna.joined(2)];
}

/** Everybody's editor and document say the same. */
function agree(...writers: readonly TestWriter[]): void {
  for (const { richText, shared } of writers) {
    expect(richText).toEqual(shared);
    expect(richText).toEqual(writers[0]?.richText);
  }
}
