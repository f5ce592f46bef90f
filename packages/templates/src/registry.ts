import { conflictResolution } from './conflict-resolution/index.ts';
import type { Template } from './defineTemplate.ts';
import { raci } from './raci/index.ts';
import { retrospective } from './retrospective/index.ts';
import { visionAlignment } from './vision-alignment/index.ts';
import type { Widget } from './widget.ts';

/** Every template by its id, in the order of the gallery: a new one is a folder and a line here. */
export const templateRegistry = {
  'vision-alignment': visionAlignment,
  raci,
  retrospective,
  'conflict-resolution': conflictResolution,
} satisfies Readonly<Record<string, Template>>;

/** The templates' ids. */
export type TemplateId = keyof typeof templateRegistry;

/** Every template, in the order of the gallery. */
export const templates: readonly Template[] = Object.values(templateRegistry);

/**
 * Every custom shape of the templates, those that several share once: what the canvas's schema has to know besides tldraw's own
 * shapes.
 */
export const widgets: readonly Widget[] = [...new Set(templates.flatMap((template) => template.widgets))];

/** Whether a string from outside is a template's id. */
export function isTemplateId(value: unknown): value is TemplateId {
  return typeof value === 'string' && Object.hasOwn(templateRegistry, value);
}

/** The template of an id from outside, or null if there is none. */
export function templateById(id: string): Template | null {
  return isTemplateId(id) ? templateRegistry[id] : null;
}
