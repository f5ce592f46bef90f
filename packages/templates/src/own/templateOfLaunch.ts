import type { Template } from '../defineTemplate.ts';
import { templateById } from '../registry.ts';
import { parseOwnTemplate } from './OwnTemplate.ts';
import { templateOfSaved } from './templateOfSaved.ts';

/**
 * The template that a launch laid out. An own one is read from the note of the launch itself, so that a board works on
 * when the template was deleted, and on another server; null when it is unknown or cannot be read.
 */
export function templateOfLaunch({
  templateId,
  template,
}: {
  readonly templateId: string;
  /** An own template, as somebody may have written it. */
  readonly template?: unknown;
}): Template | null {
  const known = templateById(templateId);
  if (known !== null || template === undefined) return known;
  const own = parseOwnTemplate(template);
  return own.ok ? templateOfSaved({ id: templateId, template: own.value }) : null;
}
