import '../texts/boardTexts.ts';
import { useValue } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../api/useApi.ts';
import { useServices } from '../app/services.tsx';
import type { Problem } from '../errors/Problem.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { BoardView } from './BoardView.tsx';
import { createBoardCanvasModel, isPageTooOld, type BoardCanvasModel } from './canvas/BoardCanvasModel.ts';
import { imageAssets } from './canvas/imageAssets.ts';
import { ImageUploads } from './canvas/ImageUploads.ts';
import { BoardSkeleton } from './chrome/BoardSkeleton.tsx';
import type { BoardConnection } from './connection/BoardConnection.ts';
import type { FirstTicket } from './connection/FirstTicket.ts';
import { MarksProvider } from './findings/MarksContext.tsx';
import { writingKeys } from './offline/keptWriting.ts';
import { useBoardConnection } from './connection/useBoardConnection.ts';

/** What the board's page is given by its route. */
export interface BoardPageProps {
  readonly session: BoardSession;
  readonly firstTicket: FirstTicket;
  /** The board was just created: show its links. */
  readonly openShare: boolean;
  /** Leaves the board for the problem's own page. */
  readonly onProblem: (problem: Problem) => void;
}

/** The board: canvas and everything around it. */
export function BoardPage({ session, firstTicket, openShare, onProblem }: BoardPageProps) {
  const { connection, session: accepted } = useBoardConnection(session, firstTicket, onProblem);
  if (connection === null) return <BoardSkeleton />;
  return (
    <LoadingBoard connection={connection} session={accepted} openShare={openShare} onProblem={onProblem} />
  );
}

function LoadingBoard({
  connection,
  session,
  openShare,
  onProblem,
}: Omit<BoardPageProps, 'firstTicket'> & { connection: BoardConnection }) {
  const isLoaded = useValue(connection.isLoaded);
  const info = useValue(connection.info);
  const model = useCanvasModel(connection, session, isLoaded, onProblem);
  if (model === null || info === null) return <BoardSkeleton />;
  return (
    <MarksProvider marks={model.marks}>
      <BoardView connection={connection} info={info} model={model} session={session} openShare={openShare} />
    </MarksProvider>
  );
}

function useCanvasModel(
  connection: BoardConnection,
  { boardId, participantId, token }: BoardSession,
  isLoaded: boolean,
  onProblem: (problem: Problem) => void,
): BoardCanvasModel | null {
  const api = useApi();
  const { store } = useServices();
  const { i18n } = useTranslation();
  const [model, setModel] = useState<BoardCanvasModel | null>(null);
  useEffect(() => {
    if (!isLoaded) return undefined;
    if (isPageTooOld(connection)) {
      onProblem({ kind: 'closed', reason: 'client-too-old' });
      return undefined;
    }
    const uploads = new ImageUploads((image, options) => api.uploadAsset(boardId, token, image, options));
    const made = createBoardCanvasModel(
      connection,
      uploads,
      imageAssets(uploads, (assetId) => api.assetUrl(boardId, assetId)),
      () => i18n.language,
      {
        store,
        storeKey: writingKeys.views(boardId, participantId),
        shownKey: writingKeys.shownView(boardId, participantId),
      },
    );
    setModel(made);
    return () => {
      setModel(null);
      made.dispose();
    };
  }, [api, store, i18n, boardId, participantId, token, connection, isLoaded, onProblem]);
  return model;
}
