import { useValue } from '@tldraw/tldraw';
import type { ReactNode } from 'react';
import { BoardPictures } from '../pictures/BoardPictures.tsx';
import { FindingList } from './FindingList.tsx';
import { goTo } from './goTo.ts';
import { useMarks } from './MarksContext.tsx';
import { WidgetPanels } from './WidgetPanels.tsx';
import { ReportButtons } from './ReportButtons.tsx';
import type { BoardStateSources } from './useBoardState.ts';

/** The Results tab of a board with templates: findings first, then what the workshop left, then the report. */
export function BoardFindings({ sources, children }: { sources: BoardStateSources; children: ReactNode }) {
  const { editor } = sources;
  const marks = useMarks();
  const state = useValue(marks.state);
  const findings = useValue(marks.findings);
  if (state === null || state.launches.length === 0) return children;
  return (
    <>
      <FindingList findings={findings} onGo={({ targets }) => goTo(editor, marks, targets)} />
      <BoardPictures state={state} editor={editor} />
      <WidgetPanels editor={editor} />
      {children}
      <ReportButtons sources={sources} />
    </>
  );
}
