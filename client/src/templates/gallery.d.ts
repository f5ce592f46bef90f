/** Made by build/gallery.ts. */
declare module 'virtual:gallery' {
  import type { GalleryEntry } from './GalleryEntry.ts';

  export const gallery: readonly GalleryEntry[];
}

declare module 'virtual:preview-colours.css';
