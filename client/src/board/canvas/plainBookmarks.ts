import { AssetRecordType, getHashForString, type Editor } from '@tldraw/tldraw';

/**
 * Makes pasted links cards that show their address. tldraw would fetch the page for a title and a picture: that tells
 * a stranger's server who is on the board.
 */
export function keepBookmarksPlain(editor: Editor): void {
  editor.registerExternalAssetHandler('url', async ({ url }) => {
    const { host, pathname } = new URL(url);
    return AssetRecordType.create({
      id: AssetRecordType.createId(getHashForString(url)),
      type: 'bookmark',
      props: {
        src: url,
        title: pathname === '/' ? host : host + pathname,
        description: '',
        image: '',
        favicon: '',
      },
      meta: {},
    });
  });
}
