import { exhaustive, type TemplateOptions } from '@common-ground/protocol';
import {
  parseOwnTemplate,
  templateById,
  templateOfSaved,
  type OptionError,
  type OwnTemplate,
  type SavedTemplate,
  type Template,
} from '@common-ground/templates';
import { ApiError } from '../errors/ApiError.ts';
import type { OwnTemplateStore, StoredTemplate } from './OwnTemplateStore.ts';

/** A template and the checked choices it is launched with. */
export interface TemplateChoice {
  readonly template: Template;
  readonly options: TemplateOptions;
  /** What an own template is made of; null for those that come with the program. */
  readonly own: OwnTemplate | null;
}

/** Reads what somebody asked for; throws the ApiError to answer when there is no such template or choice. */
export async function chooseTemplate(
  store: OwnTemplateStore,
  templateId: string,
  asked: TemplateOptions,
): Promise<TemplateChoice> {
  const saved = templateById(templateId) === null ? toSaved(await store.find(templateId)) : null;
  const template = saved === null ? templateById(templateId) : templateOfSaved(saved);
  if (template === null) throw new ApiError('template_unknown');
  const options = template.parseOptions(asked);
  if (!options.ok) throw new ApiError('invalid_request', [explain(options.error)]);
  return { template, options: options.value, own: saved?.template ?? null };
}

/** A stored template, checked again: this version may ask for more than the one that stored it. Null for one it cannot use. */
export function toSaved(stored: StoredTemplate | null): SavedTemplate | null {
  if (stored === null) return null;
  const { id, addedAt, addedBy, data } = stored;
  const parsed = parseOwnTemplate(JSON.parse(data));
  return parsed.ok ? { id, addedBy, addedAt, template: parsed.value } : null;
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
