import '../app/formStyles.ts';
import '../texts/boardTexts.ts';
import { parseBoardId, type BoardId } from '@common-ground/protocol';
import type { Report } from '@common-ground/templates';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { reloadPage } from '../app/reloadPage.ts';
import { useServices } from '../app/services.tsx';
import { problemOf, type Problem } from '../errors/Problem.ts';
import { ProblemPage } from '../errors/ProblemPage.tsx';
import { readBoardSession } from '../session/boardSessions.ts';
import { readReport } from './readReport.ts';
import { ReportPage } from './ReportPage.tsx';

/** `/b/:boardId/report`: what a board has come to, for everybody who has joined it in this browser. */
export function ReportRoute() {
  const boardId = parseBoardId(useParams()['boardId']);
  const [attempt, setAttempt] = useState(0);
  if (boardId === null) {
    return <ProblemPage problem={{ kind: 'refused', code: 'board_or_link_unknown' }} onRetry={reloadPage} />;
  }
  // Another attempt begins from nothing.
  return (
    <KnownReport key={`${boardId} ${attempt}`} boardId={boardId} onRetry={() => setAttempt(attempt + 1)} />
  );
}

function KnownReport({ boardId, onRetry }: { boardId: BoardId; onRetry: () => void }) {
  const { t } = useTranslation();
  const answer = useReport(boardId);
  if (answer === null) {
    return (
      <main aria-busy="true">
        <output>{t('report.loading')}</output>
      </main>
    );
  }
  if ('problem' in answer) return <ProblemPage problem={answer.problem} onRetry={onRetry} />;
  return <ReportPage boardId={boardId} report={answer.report} />;
}

type ReportAnswer = { readonly report: Report } | { readonly problem: Problem };

/** The report, or why there is none; null while it is on its way. */
function useReport(boardId: BoardId): ReportAnswer | null {
  const { store, fetch } = useServices();
  const { i18n } = useTranslation();
  const [answer, setAnswer] = useState<ReportAnswer | null>(null);
  const token = readBoardSession(store, boardId)?.token ?? null;
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<ReportAnswer> => {
      if (token === null) return { problem: { kind: 'no-link' } };
      const read = await readReport(fetch, boardId, token, i18n.language);
      return read.ok ? { report: read.value } : { problem: problemOf(read.error) };
    };
    void ask().then((asked) => {
      if (isWanted) setAnswer(asked);
    });
    return () => {
      isWanted = false;
    };
  }, [fetch, boardId, token, i18n.language]);
  return answer;
}
