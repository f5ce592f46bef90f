import type { TemplateOptions } from '@common-ground/protocol';
import type { Template } from '@common-ground/templates';
import type { DraftPartner } from '../create/partnerList.ts';

/** A picture of the board that a template lays out for these partners. */
export function TemplatePreview(_props: {
  template: Template;
  partners: readonly DraftPartner[];
  options: TemplateOptions;
  className?: string;
}) {
  return null;
}
