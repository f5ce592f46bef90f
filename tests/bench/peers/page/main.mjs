import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { useSync } from '@tldraw/sync';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Tldraw } from 'tldraw';
import 'tldraw/tldraw.css';

/* A page that shows a board of tldraw's sync-core as tldraw's own guide has it; all of it at first, and with files of its own, as ours does. */

const uri = `${location.origin.replace('http', 'ws')}${location.pathname.replace('/board/', '/')}`;
const assetUrls = getAssetUrlsByImport();
const assets = {
  upload: () => Promise.reject(new Error('No images here.')),
  resolve: (asset) => asset.props.src,
};

function Board() {
  const store = useSync({ uri, assets });
  return createElement(Tldraw, {
    store,
    assetUrls,
    onMount: (editor) => void editor.zoomToFit({ immediate: true }),
  });
}

createRoot(document.querySelector('#root')).render(createElement(Board));
