import type { Partner, PartnerId } from '@common-ground/protocol';
import { previewDeclarations, previewSvg, templates, type Template } from '@common-ground/templates';
import type { Plugin } from 'vite';
import type { GalleryEntry } from '../src/templates/GalleryEntry.ts';

const entriesId = 'virtual:gallery';
const coloursId = 'virtual:preview-colours.css';

/**
 * The template gallery, made from the templates while building: the home page then needs neither the templates'
 * code nor their layouts, only names, sentences and pictures. `virtual:gallery` exports `gallery`,
 * `virtual:preview-colours.css` the pictures' colours in the light and the dark scheme.
 */
export function gallery(): Plugin {
  return {
    name: 'gallery',
    resolveId: (id) => (id === entriesId || id === coloursId ? `\0${id}` : null),
    load(id) {
      if (id === `\0${entriesId}`) return `export const gallery = ${JSON.stringify(templates.map(entryOf))};`;
      if (id === `\0${coloursId}`) return coloursCss();
      return null;
    },
  };
}

function entryOf(template: Template): GalleryEntry {
  const { id, name, purpose, groupSize, durationMinutes } = template;
  const preview = previewSvg(template.layout({ partners: examplePartners }), template.widgets);
  return { id, name, purpose, groupSize, durationMinutes, preview };
}

/** A picture shows no names, only that there are three partners. */
const examplePartners: readonly Partner[] = (['blue', 'orange', 'green'] as const).map((colour) => ({
  id: colour as string as PartnerId,
  name: colour,
  colour,
}));

function coloursCss(): string {
  return (['light', 'dark'] as const)
    .map((scheme) => `:root[data-mantine-color-scheme='${scheme}'] {${previewDeclarations(scheme)}}`)
    .join('\n');
}
