import { mayFacilitate } from '@common-ground/protocol';
import { boardFindings, findingsFor, type BoardState } from '@common-ground/templates';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import type { BoardMarks } from './BoardMarks.ts';

/** Has the rules look at the board whenever it was read again, and keeps what they find as the board's marks. */
export function useBoardFindings(marks: BoardMarks, state: BoardState | null, info: BoardInfo): void {
  const { i18n } = useTranslation();
  const isFacilitator = mayFacilitate(info.you.role);
  useEffect(() => {
    if (state === null) return;
    marks.findings.set(findingsFor(boardFindings(state, { language: i18n.language }), isFacilitator));
  }, [marks, state, i18n.language, isFacilitator]);
  useEffect(() => {
    const clear = () => marks.highlighted.set([]);
    document.addEventListener('pointerdown', clear, { capture: true });
    document.addEventListener('keydown', clear, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', clear, { capture: true });
      document.removeEventListener('keydown', clear, { capture: true });
    };
  }, [marks]);
}
