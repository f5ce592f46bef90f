import type { Partner, PartnerId, TemplateOptions } from '@common-ground/protocol';
import { partnerColours } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { Template } from '../defineTemplate.ts';
import { templates } from '../registry.ts';
import { previewDeclarations, previewPalette } from './previewColours.ts';
import { previewSvg } from './previewSvg.ts';

const partners: Partner[] = partnerColours.slice(0, 3).map((colour) => ({
  id: colour as string as PartnerId,
  name: 'A & <B>',
  colour,
}));

/** The defaults, and each other choice by itself. */
function choicesOf(template: Template): TemplateOptions[] {
  const others = template.options.flatMap((option) =>
    option.choices
      .filter(({ value }) => value !== option.default)
      .map(({ value }) => ({ [option.name]: value })),
  );
  return [{}, ...others];
}

describe('a miniature', () => {
  it('shows each template with all choices of its options, differently', () => {
    const pictures = templates.flatMap((template) =>
      choicesOf(template).map((options) =>
        previewSvg(template.layout({ partners, options }), template.widgets),
      ),
    );
    expect(pictures.filter((picture) => !/^<svg .*<rect .*<\/svg>$/su.test(picture))).toEqual([]);
    expect(pictures.filter((picture) => /NaN|undefined|none\)/u.test(picture))).toEqual([]);
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('is 16:10, whatever the layout', () => {
    const viewBox = /viewBox="\S+ \S+ (\S+) (\S+)"/u.exec(previewSvg({ w: 100, h: 900, items: [] }, []));
    expect(Number(viewBox?.[1]) / Number(viewBox?.[2])).toBeCloseTo(1.6);
  });

  it('has a colour for every ink in light and dark', () => {
    const [light, dark] = [previewPalette('light'), previewPalette('dark')];
    expect([...dark.keys()]).toEqual([...light.keys()]);
    expect([...light.values(), ...dark.values()].filter((hex) => !/^#[0-9a-f]{6}$/u.test(hex))).toEqual([]);
    expect(previewDeclarations('dark')).toContain('--preview-tint-blue: #');
  });
});
