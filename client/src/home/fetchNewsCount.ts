import type { BoardId } from '@common-ground/protocol';
import type { Fetch } from '../api/request.ts';
import type { TextStore } from '../session/TextStore.ts';

/**
 * How much others did on a board since this browser's participant was last there; 0 when it cannot be told. By hand rather
 * than by the schemas of the interface: the home page loads none.
 */
export async function fetchNewsCount(
  { fetch, store }: { readonly fetch: Fetch; readonly store: TextStore },
  boardId: BoardId,
): Promise<number> {
  const token = tokenOf(store.read(`common-ground/session/${boardId}`));
  if (token === null) return 0;
  try {
    const response = await fetch(`/api/boards/${boardId}/news`, {
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    });
    return response.ok ? countIn(await response.json()) : 0;
  } catch {
    return 0;
  }
}

function tokenOf(session: string | null): string | null {
  try {
    const { token } = (JSON.parse(session ?? 'null') ?? {}) as { readonly token?: unknown };
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}

function countIn(news: unknown): number {
  const counts = (news ?? {}) as Readonly<Record<string, unknown>>;
  return ['added', 'changed', 'removed', 'decisions', 'comments']
    .map((name) => counts[name])
    .filter((count) => typeof count === 'number' && Number.isFinite(count))
    .reduce<number>((sum, count) => sum + Number(count), 0);
}
