import { Schema } from 'prosemirror-model';

const textOrNone = 'string|null';

/**
 * What rich text may consist of: the nodes, marks and attributes of tldraw 3.15's text editor, without its HTML. A
 * test of the client holds it against the editor's own schema. It lets text be checked and written without a browser.
 * Types of attributes are checked, because they end up in the HTML of a label.
 */
export const richTextSchema = new Schema({
  nodes: {
    paragraph: {
      content: 'inline*',
      group: 'block',
      attrs: { dir: { default: 'auto', validate: textOrNone } },
    },
    bulletList: { content: 'listItem+', group: 'block list' },
    doc: { content: 'block+' },
    hardBreak: { group: 'inline', inline: true },
    heading: {
      content: 'inline*',
      group: 'block',
      attrs: { dir: { default: 'auto', validate: textOrNone }, level: { default: 1, validate: 'number' } },
      defining: true,
    },
    listItem: { content: 'paragraph block*', defining: true },
    orderedList: {
      content: 'listItem+',
      group: 'block list',
      attrs: { start: { default: 1, validate: 'number' }, type: { default: null, validate: textOrNone } },
    },
    text: { group: 'inline' },
  },
  marks: {
    highlight: {},
    link: {
      attrs: {
        href: { default: null, validate: textOrNone },
        target: { default: '_blank', validate: textOrNone },
        rel: { default: 'noopener noreferrer nofollow', validate: textOrNone },
        class: { default: null, validate: textOrNone },
      },
      inclusive: true,
    },
    bold: {},
    code: { code: true },
    italic: {},
    strike: {},
  },
});
