import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';

/** tldraw's fonts, icons and translations from our own server, so that a board works without the internet. */
export const selfHostedAssets = getAssetUrlsByImport();
