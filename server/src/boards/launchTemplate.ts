import { applyLayout, repairBoard } from '@common-ground/board';
import type { BoardId, CommandId, ParticipantId } from '@common-ground/protocol';
import { ApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';
import type { TemplateChoice } from '../templates/chooseTemplate.ts';
import type { LaunchRecord } from './BoardDirectory.ts';
import { boardSchema } from './prepareBoard.ts';

/** A launch that somebody asked for. */
export interface TemplateLaunch extends TemplateChoice {
  readonly commandId: CommandId;
  /** Null where nobody is on the board yet. */
  readonly by: ParticipantId | null;
}

/**
 * Lays a template out on a board for the partners that are on it, in one transaction of the server's own. Once per command:
 * a retry changes nothing and answers with the same place.
 */
export async function launchTemplate(
  { clock, directory, histories, live }: Pick<ServerContext, 'clock' | 'directory' | 'histories' | 'live'>,
  boardId: BoardId,
  { template, options, own, commandId, by }: TemplateLaunch,
): Promise<LaunchRecord> {
  const known = await directory.findLaunch(boardId, commandId);
  if (known) return known;
  const board = await directory.find(boardId);
  if (!board) throw new ApiError('board_or_link_unknown');
  const { partners } = board;
  const layout = template.layout({ partners, options });
  const at = clock.now();
  const launch = {
    commandId,
    templateId: template.id,
    options,
    partnerIds: partners.map(({ id }) => id),
    at,
    ...(own === null ? {} : { template: own }),
  };
  if (live.isStorageHealthy) histories.beforeLaunch(await live.open(boardId), by);
  const place = await live.edit(boardId, (doc) => {
    // Whatever clients did to the pages, there is one to lay out on afterwards.
    repairBoard(doc, boardSchema);
    return applyLayout(doc, layout, launch);
  });
  const record = { commandId, templateId: template.id, ...place };
  await directory.recordLaunch(boardId, record, at);
  return record;
}
