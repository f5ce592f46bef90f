import type { Box, Layout, LayoutItem } from '@common-ground/board';
import type { Partner, PartnerId, TemplateOptions } from '@common-ground/protocol';
import { partnerColours } from '@common-ground/protocol';
import { agendaSchema, type Agenda } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { noteSide } from './composition/grid.ts';
import { measureTextHeight } from './composition/measureText.ts';
import type { Launch, Template } from './defineTemplate.ts';
import { describeResults } from './resultsContract.ts';

/** What every template keeps to, whoever wrote it: a template's test calls this with it, and is done. */
export function runTemplateContract(template: Template): void {
  describe(`template ${template.id}`, () => {
    describeTexts(template);
    for (const launch of launchesOf(template)) {
      describe(`with ${nameOf(launch)}`, () => {
        describeLayout(template, launch);
        describeAgenda(template, launch);
        describeResults(template, launch);
      });
    }
  });
}

function describeTexts(template: Template): void {
  it('says what it is for, when to use it and when not', () => {
    for (const text of [template.name, template.purpose, template.whenToUse, template.whenNot]) {
      expect(text.trim()).not.toBe('');
    }
    expect(template.groupSize.min).toBeGreaterThan(0);
    expect(template.groupSize.max).toBeGreaterThanOrEqual(template.groupSize.min);
  });

  it('labels its options, and has a default among the choices of each', () => {
    for (const option of template.options) {
      expect(option.label).not.toBe('');
      expect(option.choices.map((choice) => choice.value)).toContain(option.default);
      expect(new Set(option.choices.map((choice) => choice.value)).size).toBe(option.choices.length);
      for (const choice of option.choices) expect(choice.label).not.toBe('');
    }
  });

  it('refuses options it does not have', () => {
    expect(template.parseOptions({ 'no such option': 'x' })).toMatchObject({ ok: false });
  });

  it('says each of its findings, and what to do about it', () => {
    for (const { advice, sentence } of template.findingTexts) {
      expect(sentence.trim()).not.toBe('');
      expect(advice.trim()).not.toBe('');
    }
  });

  it('falls back to English in a language nobody has translated it to', () => {
    expect(template.inLanguage('x-unknown').name).toBe(template.name);
  });
}

function describeLayout(template: Template, launch: Launch): void {
  const layout = template.layout(launch);

  it('lays out the same each time, as plain JSON', () => {
    expect(template.layout(launch)).toEqual(layout);
    expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
  });

  it('gives each thing a key of its own, and each text something to say', () => {
    const keys = layout.items.map((item) => item.key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(layout.items.filter((item) => textOf(item)?.trim() === '')).toEqual([]);
    expect(layout.items.filter((item) => /\{\w+\}/u.test(textOf(item) ?? ''))).toEqual([]);
  });

  it('keeps everything inside its bounds, at whole px', () => {
    const bounds = { x: 0, y: 0, w: layout.w, h: layout.h };
    expect(layout.items.filter((item) => !isWithin(boxOf(item), bounds))).toEqual([]);
    expect(layout.items.filter((item) => !Object.values(boxOf(item)).every(Number.isInteger))).toEqual([]);
  });

  it('has no things that lie over each other', () => {
    expect(overlaps(layout)).toEqual([]);
  });

  it('leaves each text the room it takes', () => {
    const texts = layout.items.filter((item) => item.kind === 'text');
    expect(texts.filter((item) => item.h < measureTextHeight(item.text, item.w, item))).toEqual([]);
  });

  it('fits a screen: not a tower, not a ribbon', () => {
    expect(layout.w / layout.h).toBeGreaterThan(1.2);
    expect(layout.w / layout.h).toBeLessThan(2.2);
  });

  it('draws only widgets it defines, with the props they have', () => {
    for (const item of layout.items) {
      if (item.kind !== 'widget') continue;
      const widget = template.widgets.find(({ type }) => type === item.type);
      expect(Object.keys(item.props).toSorted()).toEqual(Object.keys(widget?.props ?? {}).toSorted());
      const schemas = Object.entries(widget?.props ?? {});
      expect(schemas.filter(([name, schema]) => !schema.safeParse(item.props[name]).success)).toEqual([]);
    }
  });
}

function describeAgenda(template: Template, launch: Launch): void {
  const agenda = template.agenda(launch);

  it('has steps with keys of their own, texts and a duration', () => {
    expect(agenda.length).toBeGreaterThan(0);
    expect(new Set(agenda.map((step) => step.key)).size).toBe(agenda.length);
    expect(agenda.filter((step) => step.title.trim() === '' || step.instruction.trim() === '')).toEqual([]);
    expect(agenda.filter((step) => step.minutes <= 0)).toEqual([]);
    expect(agenda.reduce((sum, step) => sum + step.minutes, 0)).toBe(template.durationMinutes);
  });

  it('writes and rates only in sections that are there', () => {
    const sections = new Set(
      template.layout(launch).items.flatMap((item) => (item.kind === 'section' ? [item.key] : [])),
    );
    expect(sectionKeysOf(agenda).filter((key) => !sections.has(key))).toEqual([]);
  });

  it('is about sections and widgets that are there', () => {
    const parts = new Set(
      template
        .layout(launch)
        .items.flatMap(({ kind, key }) => (kind === 'section' || kind === 'widget' ? [key] : [])),
    );
    expect(agenda.flatMap(({ focus = [] }) => focus).filter((key) => !parts.has(key))).toEqual([]);
  });

  it('is one that a workshop can be started with', () => {
    expect(agendaSchema.safeParse(agenda).error?.issues ?? []).toEqual([]);
  });

  it('is the same each time, as plain JSON', () => {
    expect(JSON.parse(JSON.stringify(template.agenda(launch)))).toEqual(agenda);
  });
}

/** Every combination of options, with no, one, two, three and twelve partners, and with the longest names there are. */
function launchesOf(template: Template): Launch[] {
  const guests = [0, 1, 2, 3, 12].map((count) => partnersNamed(count, 'Partner'));
  const longest = [2, 12].map((count) => partnersNamed(count, 'Wide open name '.repeat(6)));
  return optionCombinations(template).flatMap((options) =>
    [...guests, ...longest].map((partners) => ({ partners, options, title: 'A board' })),
  );
}

/** Partners whose names start alike and are cut to the 80 characters a name may have. */
function partnersNamed(count: number, name: string): Partner[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `partner${index + 1}` as PartnerId,
    name: `${index + 1} ${name}`.padEnd(12).slice(0, 80),
    colour: partnerColours[index % partnerColours.length] ?? 'blue',
  }));
}

function optionCombinations(template: Template): TemplateOptions[] {
  return template.options.reduce<TemplateOptions[]>(
    (combinations, option) =>
      combinations.flatMap((chosen) =>
        option.choices.map((choice) => ({ ...chosen, [option.name]: choice.value })),
      ),
    [{}],
  );
}

function nameOf({ partners, options }: Launch): string {
  const longest = Math.max(0, ...partners.map((partner) => partner.name.length));
  return `${partners.length} partners, names up to ${longest}, ${JSON.stringify(options)}`;
}

function textOf(item: LayoutItem): string | undefined {
  if (item.kind === 'section') return item.title;
  return item.kind === 'text' || item.kind === 'note' ? item.text : undefined;
}

function boxOf(item: LayoutItem): Box {
  const { x, y } = item;
  return item.kind === 'note' ? { x, y, w: noteSide, h: noteSide } : { x, y, w: item.w, h: item.h };
}

/**
 * Pairs that must not lie over each other: sections, widgets, notes and texts among themselves. What lies in a section
 * must lie in it wholly. Forms are left out: a picture is made of forms that overlap.
 */
function overlaps(layout: Layout): string[] {
  const items = layout.items.filter((item) => item.kind !== 'geo');
  return items.flatMap((item, index) =>
    items
      .slice(index + 1)
      .filter((other) => clash(item, other))
      .map((other) => `${item.key} over ${other.key}`),
  );
}

function clash(a: LayoutItem, b: LayoutItem): boolean {
  if (!intersect(boxOf(a), boxOf(b))) return false;
  const section = [a, b].find((item) => item.kind === 'section');
  const guest = section === a ? b : a;
  const isGuest = guest.kind === 'note' || guest.kind === 'text' || guest.kind === 'widget';
  return section === undefined || !isGuest || !isWithin(boxOf(guest), boxOf(section));
}

function intersect(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

function sectionKeysOf(agenda: Agenda): string[] {
  return agenda.flatMap(({ mode }) => {
    if (mode.kind === 'check') return mode.statementSectionKeys;
    return 'sectionKeys' in mode ? (mode.sectionKeys ?? []) : [];
  });
}
