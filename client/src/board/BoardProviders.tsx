import type { ReactNode } from 'react';
import { CommentsProvider, type CommentsTools } from './comments/CommentsContext.tsx';
import { WorkshopProvider } from './workshop/WorkshopContext.tsx';
import type { WorkshopTools } from './workshop/WorkshopTools.ts';

/** Gives what everything on a board's screen works with to everything below. */
export function BoardProviders({
  workshop,
  comments,
  children,
}: {
  workshop: WorkshopTools;
  comments: CommentsTools;
  children: ReactNode;
}) {
  return (
    <WorkshopProvider tools={workshop}>
      <CommentsProvider tools={comments}>{children}</CommentsProvider>
    </WorkshopProvider>
  );
}
