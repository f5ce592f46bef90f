import { launchesOf, openBoard, RecordReader } from '@common-ground/board';
import type { BoardId, ParticipantId } from '@common-ground/protocol';
import { createBoardState, publishedOf, widgets, type BoardState } from '@common-ground/templates';
import { ApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardSchema } from './prepareBoard.ts';

const widgetTypes = new Set(widgets.map(({ type }) => type));

/**
 * What a board has come to, as one of its participants may see it: the canvas as its room has it, and what the workshop
 * has published. Throws the ApiError to answer when the board or the participant is gone.
 */
export async function readBoardState(
  { live, workshops }: Pick<ServerContext, 'live' | 'workshops'>,
  boardId: BoardId,
  participantId: ParticipantId,
): Promise<BoardState> {
  const room = await live.open(boardId);
  const [board, host] = await Promise.all([live.describe(boardId), workshops.open(room)]);
  const view = await host.view(participantId);
  if (board === null || view === null) throw new ApiError('board_or_link_unknown');
  const { doc } = room;
  return createBoardState({
    title: board.title,
    now: view.serverTime,
    partners: board.partners,
    people: board.participants,
    records: new RecordReader(openBoard(doc), boardSchema).readAll().put,
    launches: launchesOf(doc).map(({ commandId, options, template, templateId }) => {
      return { launchId: commandId, templateId, options, template };
    }),
    workshop: publishedOf(view),
    widgetTypes,
  });
}
