import { mayFacilitate } from '@common-ground/protocol';
import { boardFindings, findingsFor, type Finding } from '@common-ground/templates';
import { Box, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardPictures } from '../pictures/BoardPictures.tsx';
import { showPart } from '../canvas/showWholeBoard.ts';
import { FindingList } from './FindingList.tsx';
import { ReportButtons } from './ReportButtons.tsx';
import { shapesOfTargets } from './shapesOfTargets.ts';
import { useBoardState, type BoardStateSources } from './useBoardState.ts';

/** Around a shape one goes to, page px: what it belongs to should be seen, too. */
const surroundingsPx = 200;

/** The Results tab of a board with templates: findings first, then what the workshop left, then the report. */
export function BoardFindings({ children, ...sources }: BoardStateSources & { children: ReactNode }) {
  const { i18n } = useTranslation();
  const state = useBoardState(sources);
  const isFacilitator = mayFacilitate(sources.info.you.role);
  const findings = useMemo(
    () =>
      state === null ? [] : findingsFor(boardFindings(state, { language: i18n.language }), isFacilitator),
    [state, i18n.language, isFacilitator],
  );
  if (state === null || state.launches.length === 0) return children;
  return (
    <>
      <FindingList findings={findings} onGo={(finding) => goTo(sources.editor, finding)} />
      <BoardPictures state={state} editor={sources.editor} />
      {children}
      <ReportButtons state={state} />
    </>
  );
}

/** Selects what a finding is about and shows it with its surroundings. */
function goTo(editor: Editor, { targets }: Finding): void {
  const ids = shapesOfTargets(targets) as readonly TLShapeId[];
  const shapes = ids.filter((id) => editor.getShape(id) !== undefined);
  const bounds = shapes.map((id) => editor.getShapePageBounds(id)).filter((box) => box !== undefined);
  if (bounds.length === 0) return;
  editor.stopFollowingUser();
  editor.setSelectedShapes([...shapes]);
  showPart(editor, Box.Common(bounds).expandBy(surroundingsPx));
}
