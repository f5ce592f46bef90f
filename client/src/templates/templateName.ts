import { gallery } from 'virtual:gallery';

/** The name of a template as people know it, or null for one that this client does not know. */
export function templateName(id: string): string | null {
  return gallery.find((entry) => entry.id === id)?.name ?? null;
}
