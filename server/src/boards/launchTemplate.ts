import { applyLayout, repairBoard } from '@common-ground/board';
import { exhaustive, type BoardId, type CommandId, type TemplateOptions } from '@common-ground/protocol';
import { templateById, type OptionError, type Template } from '@common-ground/templates';
import { ApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';
import type { LaunchRecord } from './BoardDirectory.ts';
import { boardSchema } from './prepareBoard.ts';

/** A template and the checked choices it is launched with. */
export interface TemplateChoice {
  readonly template: Template;
  readonly options: TemplateOptions;
}

/** Reads what somebody asked for; throws the ApiError to answer when there is no such template or choice. */
export function parseTemplateChoice(templateId: string, asked: TemplateOptions): TemplateChoice {
  const template = templateById(templateId);
  if (!template) throw new ApiError('template_unknown');
  const options = template.parseOptions(asked);
  if (!options.ok) throw new ApiError('invalid_request', [explain(options.error)]);
  return { template, options: options.value };
}

/**
 * Lays a template out on a board for the partners that are on it, in one transaction of the server's own. Once per command:
 * a retry changes nothing and answers with the same place.
 */
export async function launchTemplate(
  { clock, directory, live }: Pick<ServerContext, 'clock' | 'directory' | 'live'>,
  boardId: BoardId,
  { template, options, commandId }: TemplateChoice & { readonly commandId: CommandId },
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
  };
  const place = await live.edit(boardId, (doc) => {
    // Whatever clients did to the pages, there is one to lay out on afterwards.
    repairBoard(doc, boardSchema);
    return applyLayout(doc, layout, launch);
  });
  const record = { commandId, templateId: template.id, ...place };
  await directory.recordLaunch(boardId, record, at);
  return record;
}

function explain(error: OptionError): { path: string; message: string } {
  switch (error.code) {
    case 'unknown-option':
      return { path: `options.${error.name}`, message: 'The template has no such option.' };
    case 'unknown-choice':
      return { path: `options.${error.name}`, message: `Choose one of ${error.allowed.join(', ')}.` };
    default:
      return exhaustive(error);
  }
}
