import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { gallery } from './build/gallery.ts';
import { precompress } from './build/precompress.ts';

const server = 'http://127.0.0.1:3000';
const proxy = {
  '/api': { target: server },
  '/healthz': { target: server },
  '/sync': { target: server, ws: true },
};

export default defineConfig({
  plugins: [react(), gallery(), precompress()],
  resolve: {
    // Two copies of one of these in a bundle do not recognise each other's objects.
    dedupe: ['react', 'react-dom', 'yjs', 'y-protocols', 'lib0', 'prosemirror-model'],
    // tldraw brings core-js for Array.at and the like.
    alias: [{ find: /^core-js\/stable\/.*$/, replacement: join(import.meta.dirname, 'build', 'builtIn.ts') }],
  },
  // Its files are addresses (`?url`), which the dev server's bundling of dependencies cannot read.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Browsers that know light-dark() themselves: what it is rewritten to for older ones ignores our colour scheme.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The server's content security policy allows our own files only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        // The domain packages only define things: a page pays for what it uses of a barrel.
        moduleSideEffects: [{ test: /\/packages\/[a-z]+\/src\//, sideEffects: false }],
      },
    },
  },
  // The only worker is the service worker, which may serve what lies beside and below it: so it lies at the root.
  worker: { rolldownOptions: { output: { entryFileNames: 'sw.js' } } },
  server: { port: 5173, strictPort: true, proxy },
  preview: { proxy },
});
