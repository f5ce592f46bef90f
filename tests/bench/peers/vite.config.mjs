import { precompress } from '../../../client/build/precompress.ts';

/* Builds the page of peers/page as any product with tldraw would. Run by `pnpm bench`. */
// Vite wants a default export.
// oxlint-disable-next-line import/no-default-export
export default {
  root: `${import.meta.dirname}/page`,
  plugins: [precompress()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5_000,
    reportCompressedSize: false,
  },
};
