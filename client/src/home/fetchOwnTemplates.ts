import type { Fetch } from '../api/request.ts';

/**
 * The templates of this server's facilitators as it answers them, unread; none when they cannot be had. By hand rather
 * than by the schemas of the interface: most servers have none, and the home page loads a schema library only where
 * there are some to read.
 */
export async function fetchOwnTemplates(fetch: Fetch): Promise<readonly unknown[]> {
  try {
    const response = await fetch('/api/templates/own', { headers: { accept: 'application/json' } });
    return response.ok ? templatesIn(await response.json()) : [];
  } catch {
    return [];
  }
}

function templatesIn(answer: unknown): readonly unknown[] {
  const { templates } = (answer ?? {}) as { readonly templates?: unknown };
  return Array.isArray(templates) ? templates : [];
}
