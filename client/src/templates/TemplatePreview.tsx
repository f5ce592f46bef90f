import type { PartnerId, TemplateOptions } from '@common-ground/protocol';
import { previewSvg, type Template } from '@common-ground/templates';
import { useMemo } from 'react';
import type { DraftPartner } from '../create/partnerList.ts';
import { PreviewPicture } from './PreviewPicture.tsx';

/** A picture of the board that a template lays out for these partners and options. */
export function TemplatePreview({
  template,
  partners,
  options,
  className,
}: {
  template: Template;
  partners: readonly DraftPartner[];
  options: TemplateOptions;
  className?: string;
}) {
  const svg = useMemo(() => {
    const named = partners.map((partner) => ({ ...partner, id: partner.name as PartnerId }));
    return previewSvg(template.layout({ partners: named, options }), template.widgets);
  }, [template, partners, options]);
  return <PreviewPicture svg={svg} {...(className === undefined ? {} : { className })} />;
}
