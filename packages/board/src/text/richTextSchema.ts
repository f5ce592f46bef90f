import { Schema } from 'prosemirror-model';

/**
 * What rich text may consist of: the nodes, marks and attributes of tldraw 3.15's text editor, without its HTML. A
 * test of the client holds it against the editor's own schema. It lets text be checked and written without a browser.
 */
export const richTextSchema = new Schema({
  nodes: {
    paragraph: { content: 'inline*', group: 'block', attrs: { dir: { default: 'auto' } } },
    bulletList: { content: 'listItem+', group: 'block list' },
    doc: { content: 'block+' },
    hardBreak: { group: 'inline', inline: true },
    heading: {
      content: 'inline*',
      group: 'block',
      attrs: { dir: { default: 'auto' }, level: { default: 1 } },
      defining: true,
    },
    listItem: { content: 'paragraph block*', defining: true },
    orderedList: {
      content: 'listItem+',
      group: 'block list',
      attrs: { start: { default: 1 }, type: { default: null } },
    },
    text: { group: 'inline' },
  },
  marks: {
    highlight: {},
    link: {
      attrs: {
        href: { default: null },
        target: { default: '_blank' },
        rel: { default: 'noopener noreferrer nofollow' },
        class: { default: null },
      },
      inclusive: true,
    },
    bold: {},
    code: { code: true },
    italic: {},
    strike: {},
  },
});
