import type { Partner, TemplateOptions } from '@common-ground/protocol';
import type { Agenda } from '@common-ground/workshop';
import type { Template } from '../defineTemplate.ts';
import type { SeenShape } from '../state/readShapes.ts';
import { readShapes } from '../state/readShapes.ts';
import type { OwnTemplate } from './OwnTemplate.ts';
import { ownTemplateLimits } from './OwnTemplate.ts';
import { sectionsOf } from './ownLayout.ts';
import { generalAgenda, generalKey, generalTitle } from './sectionKeys.ts';

/** What an own template is made from: a board on which a template was laid out and then changed. */
export interface OwnTemplateSource {
  /** One of ours; where an own template was laid out, the one that it is made from itself. */
  readonly base: Template;
  readonly options: TemplateOptions;
  /** For whom it was laid out. */
  readonly partners: readonly Partner[];
  readonly launchId: string;
  /** Records of the canvas in any order. */
  readonly records: Iterable<unknown>;
  readonly agenda: Agenda;
  readonly name: string;
  readonly purpose: string;
}

type OwnSection = OwnTemplate['sections'][number];

/** Takes from a board what was changed of its template: words, sections that are gone, frames that were added, the agenda. */
export function ownTemplateFrom(source: OwnTemplateSource): OwnTemplate {
  const { agenda, base, name, options, purpose } = source;
  const shapes = readShapes(source.records);
  return {
    format: 'common-ground-template',
    version: 1,
    base: base.id,
    options: { ...options },
    name,
    purpose,
    ...changesOf(source, shapes),
    addedSections: addedAmong(shapes, source.launchId),
    steps: generalAgenda(agenda),
  };
}

function changesOf(
  { base, launchId, options, partners }: OwnTemplateSource,
  shapes: readonly SeenShape[],
): Pick<OwnTemplate, 'sections' | 'removedSections'> {
  const mine = shapes.filter(({ meta }) => meta['launch'] === launchId);
  const byPart = new Map(mine.map((shape) => [String(shape.meta['part']), shape]));
  const sections = new Map<string, OwnSection>();
  const [there, gone] = [new Set<string>(), new Set<string>()];
  for (const item of sectionsOf(base.layout({ partners, options }))) {
    const key = generalKey(item.key);
    const frame = byPart.get(item.key);
    if (frame === undefined) {
      gone.add(key);
      continue;
    }
    there.add(key);
    const partner = partners.find(({ id }) => id === item.partnerId);
    const title = generalTitle(frame.text, partner).slice(0, ownTemplateLimits.maxTitleLength);
    const text = byPart.get(`${item.key}-prompt`)?.text.replaceAll('\n', ' ') ?? '';
    const prompt = text.slice(0, ownTemplateLimits.maxPromptLength);
    const isChanged = title !== generalTitle(item.title, partner) || prompt !== item.prompt;
    if (isChanged && title !== '' && !sections.has(key)) sections.set(key, { key, title, prompt });
  }
  return { sections: [...sections.values()], removedSections: [...gone].filter((key) => !there.has(key)) };
}

/** Sections that an own template brought, under their keys, and frames with a name that people drew on the page itself. */
function addedAmong(shapes: readonly SeenShape[], launchId: string): OwnSection[] {
  const brought = shapes
    .filter(({ meta, text, type }) => type === 'frame' && meta['launch'] === launchId && text !== '')
    .flatMap(({ meta, text }) => {
      const key = meta['section'];
      if (typeof key !== 'string' || !key.startsWith(addedPrefix)) return [];
      const prompt = shapes.find(
        (shape) => shape.meta['launch'] === launchId && shape.meta['part'] === `${key}-prompt`,
      );
      return [addedSection(key, text, prompt?.text ?? '')];
    });
  const taken = new Set(brought.map(({ key }) => key));
  const free = Array.from(
    { length: 2 * ownTemplateLimits.maxAddedSections },
    (_, at) => `${addedPrefix}${at + 1}`,
  );
  const keys = free.filter((key) => !taken.has(key));
  const drawn = shapes
    .filter(({ meta, parentId, text, type }) => {
      const isOwn = type === 'frame' && meta['launch'] === undefined && meta['section'] === undefined;
      return isOwn && text !== '' && (parentId?.startsWith('page:') ?? false);
    })
    .flatMap(({ text }, index) => {
      const key = keys[index];
      return key === undefined ? [] : [addedSection(key, text, '')];
    });
  return [...brought, ...drawn].slice(0, ownTemplateLimits.maxAddedSections);
}

/** Begins the key of a section that somebody added. */
const addedPrefix = 'own-';

function addedSection(key: string, title: string, prompt: string): OwnSection {
  const { maxPromptLength, maxTitleLength } = ownTemplateLimits;
  return {
    key,
    title: title.slice(0, maxTitleLength),
    prompt: prompt.replaceAll('\n', ' ').slice(0, maxPromptLength),
  };
}
