import { useValue } from '@tldraw/tldraw';
import { lazy, Suspense, type ReactNode } from 'react';
import type { CommentsTools } from './CommentsContext.tsx';

const CommentsPanel = lazy(async () => ({ default: (await import('./CommentsPanel.tsx')).CommentsPanel }));

/** What comments put into the side panel. `onLeave` closes it where it covers the canvas. */
export function useCommentsPane(
  { desk }: CommentsTools,
  onLeave: () => void,
): { readonly comments: ReactNode; readonly unreadCount: number } {
  const unreadCount = useValue(
    'threads with something new',
    () => (desk.views.get() ?? []).filter((view) => view.unreadCount > 0).length,
    [desk],
  );
  const comments = (
    <Suspense>
      <CommentsPanel onLeave={onLeave} />
    </Suspense>
  );
  return { comments, unreadCount };
}
