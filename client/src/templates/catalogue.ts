import type { Template } from '@common-ground/templates';

/** The templates of the gallery, in the order they are shown. */
export const catalogue: readonly Template[] = [];

/** The name of a template as people know it, or null for one that this client does not know. */
export function templateName(id: string): string | null {
  return catalogue.find((template) => template.id === id)?.name ?? null;
}
