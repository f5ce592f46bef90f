import { createHash } from 'node:crypto';
import type { Happening } from '@common-ground/protocol';
import { Feed } from 'feed';
import type { FeedItem } from './FeedStore.ts';

/** What a feed is made from. */
export interface AtomInput {
  readonly boardId: string;
  readonly title: string;
  /** Of the board; its page asks for a link's secret unless the reader has joined already. */
  readonly boardUrl: string;
  /** Of the feed itself. */
  readonly feedUrl: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** A board's news as an Atom feed. RFC 4287. */
export function renderAtom({ boardId, boardUrl, feedUrl, items, title }: AtomInput): string {
  const feed = new Feed({
    id: stableId(boardId),
    title: allowedInXml(title),
    // One author of all there is has to be named (RFC 4287, 4.1.1); who of the people it was stands nowhere.
    author: { name: 'Common Ground' },
    link: boardUrl,
    feedLinks: { atom: feedUrl },
    copyright: '',
    generator: 'Common Ground',
    updated: new Date(items[0]?.at ?? 0),
  });
  for (const { at, happening, id } of items) {
    const { content, title: heading } = words(happening);
    feed.addItem({
      id: stableId(`${boardId}/${id}`),
      link: boardUrl,
      title: toHtml(heading),
      description: toHtml(content),
      date: new Date(at),
    });
  }
  return feed.atom1();
}

/**
 * A name for ever, wherever the server is reached: an address changes with the host that a reader asked, and then a reader would show
 * everything as new. RFC 9562, 5.8.
 */
function stableId(name: string): string {
  const hex = createHash('sha256').update(`common-ground:${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

/** Without what no XML may hold: with one such character anywhere a reader refuses the whole feed. XML 1.0, 2.2. */
function allowedInXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

/** The feed says that its texts are HTML; ours are people's words. */
function toHtml(text: string): string {
  return allowedInXml(text)
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('\n', '<br>');
}

/** How something is told in words: a heading, and plain text. */
export function words(happening: Happening): { readonly title: string; readonly content: string } {
  switch (happening.kind) {
    case 'notes-added': {
      const { count, notes } = happening;
      const quoted = notes.map(({ section, text }) =>
        section === null ? `– ${text}` : `– ${section}: ${text}`,
      );
      const more = count > notes.length ? [`and ${count - notes.length} more`] : [];
      return {
        title: count === 1 ? 'A note was added' : `${count} notes were added`,
        content: [...quoted, ...more].join('\n'),
      };
    }
    case 'step-opened': {
      const until =
        happening.until === null
          ? ''
          : `\nOpen until ${new Date(happening.until).toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
      return { title: `Now: ${happening.title}`, content: happening.instruction + until };
    }
    case 'decision-made':
      return { title: 'A decision was made', content: happening.text };
    case 'action-due': {
      const owner = happening.owner === null ? 'Nobody has taken it yet.' : `Owner: ${happening.owner}.`;
      return { title: `Due ${happening.due}: ${happening.what}`, content: owner };
    }
    case 'follow-up':
      return {
        title: `Look again: ${happening.due}`,
        content: 'The day that the group set to look again has come.',
      };
    default:
      return happening satisfies never;
  }
}
