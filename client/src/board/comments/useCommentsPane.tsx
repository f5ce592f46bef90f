import { useValue } from '@tldraw/tldraw';
import type { ReactNode } from 'react';
import { CommentsPanel } from '../laterParts.ts';
import type { CommentsTools } from './CommentsContext.tsx';

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
  return { comments: <CommentsPanel onLeave={onLeave} />, unreadCount };
}
