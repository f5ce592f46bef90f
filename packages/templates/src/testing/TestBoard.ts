import type { Layout } from '@common-ground/board';
import type { ParticipantId, Partner, PartnerId, TemplateOptions } from '@common-ground/protocol';
import { partnerColours } from '@common-ground/protocol';
import type { Action, RatingsTally } from '@common-ground/workshop';
import type { Template } from '../defineTemplate.ts';
import type { Finding } from '../findings/Finding.ts';
import type { BoardState, StatePerson } from '../state/BoardState.ts';
import { createBoardState } from '../state/createBoardState.ts';
import type { PublishedRound, PublishedWorkshop } from '../state/PublishedWorkshop.ts';
import { nothingPublished } from '../state/PublishedWorkshop.ts';

/** Partners of the tests, by how many are wanted. */
export function partnersNamed(...names: readonly string[]): Partner[] {
  return names.map((name, index) => ({
    id: name.toLowerCase().replace(/[^a-z0-9]+/gu, '-') as PartnerId,
    name,
    colour: partnerColours[index % partnerColours.length] ?? 'blue',
  }));
}

/** 24 November 2026, 09:00 UTC. */
export const testNow = Date.UTC(2026, 10, 24, 9);

type Json = Record<string, unknown>;

/** A board on which one template is laid out, for tests of rules and reports: add notes and results, and look at the state. */
export class TestBoard {
  readonly template: Template;
  readonly partners: readonly Partner[];
  readonly records: Json[] = [{ typeName: 'page', id: 'page:page', name: 'Page', index: 'a1' }];
  /** Sections that people are asked to write in. */
  readonly promptedSections: readonly { readonly key: string }[];
  people: StatePerson[] = [];
  workshop: PublishedWorkshop = nothingPublished;
  #count = 0;
  readonly #options: TemplateOptions;

  constructor(
    template: Template,
    partners: readonly Partner[] = partnersNamed('Harbour', 'City'),
    options: TemplateOptions = {},
  ) {
    this.template = template;
    this.partners = partners;
    this.#options = options;
    const { items } = layoutOf(template, partners, options);
    this.promptedSections = items.filter((item) => item.kind === 'section' && item.prompt !== '');
    for (const item of items) {
      const { key, x, y } = item;
      const meta: Json = { launch: 'launch', templateId: template.id, part: key };
      const shape = (type: string, props: Json, more: Json = {}) =>
        this.records.push({
          typeName: 'shape',
          id: `shape:launch-${key}`,
          type,
          parentId: 'page:page',
          x,
          y,
          rotation: 0,
          props,
          meta: { ...meta, ...more },
        });
      if (item.kind === 'section') {
        const lane = item.partnerId === undefined ? {} : { partnerId: item.partnerId };
        shape('frame', { name: item.title, w: item.w, h: item.h }, { section: key, ...lane });
      } else if (item.kind === 'widget') shape(item.type, { ...item.props }, { ...item.meta });
    }
  }

  /** Somebody joins. */
  person(name: string, partner: string | null = null): this {
    const partnerId = this.partners.find((one) => one.name === partner)?.id ?? null;
    const id = name.toLowerCase() as ParticipantId;
    this.people.push({ id, name, partnerId, role: 'contributor', removed: false });
    return this;
  }

  /** A note in a section, or in a holder of the given id; answers with its id. Later ones stand below. */
  note(
    sectionKey: string,
    text: string,
    { meta = {}, holder }: { meta?: Json; holder?: string } = {},
  ): string {
    const id = `shape:note${(this.#count += 1)}`;
    const content = text
      .split('\n')
      .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
    this.records.push({
      typeName: 'shape',
      id,
      type: 'note',
      parentId: holder ?? `shape:launch-${sectionKey}`,
      x: 24,
      y: 200 * this.#count,
      rotation: 0,
      props: { richText: { type: 'doc', content } },
      meta,
    });
    return id;
  }

  /** A frame of people's own in a section. */
  cluster(sectionKey: string, name: string): string {
    const id = `shape:cluster${(this.#count += 1)}`;
    const place = { parentId: `shape:launch-${sectionKey}`, x: 0, y: 200 * this.#count, rotation: 0 };
    this.records.push({ typeName: 'shape', id, type: 'frame', ...place, props: { name }, meta: {} });
    return id;
  }

  /** Takes a record away. */
  remove(id: string): void {
    this.records.splice(
      this.records.findIndex((record) => record['id'] === id),
      1,
    );
  }

  /** Writes into the meta of a shape, as an edit of a widget does. */
  patch(partKey: string, ...patches: readonly Readonly<Json>[]): this {
    const record = this.records.find(({ id }) => id === `shape:launch-${partKey}`);
    Object.assign(record?.['meta'] as Json, ...patches);
    return this;
  }

  /** The workshop publishes more. */
  publish(more: Partial<PublishedWorkshop>): this {
    this.workshop = { ...this.workshop, ...more };
    return this;
  }

  state(records: readonly unknown[] = this.records, now = testNow): BoardState {
    return createBoardState({
      title: 'A board',
      now,
      partners: this.partners,
      people: this.people,
      records,
      launches: [{ launchId: 'launch', templateId: this.template.id, options: this.#options }],
      workshop: this.workshop,
      widgetTypes: new Set(this.template.widgets.map(({ type }) => type)),
    });
  }

  findings(): readonly Finding[] {
    return this.template.rules(this.state());
  }

  /** Codes of the findings, in the order shown. */
  codes(): string[] {
    return this.findings().map(({ code }) => code);
  }

  sentences(code: string): string[] {
    return this.findings()
      .filter((finding) => finding.code === code)
      .map(({ sentence }) => sentence);
  }
}

/** Laying out takes a while, and property tests make the same board again and again. */
const layouts = new Map<string, Layout>();

function layoutOf(template: Template, partners: readonly Partner[], options: TemplateOptions): Layout {
  const key = JSON.stringify([template.id, partners, options]);
  const layout = layouts.get(key) ?? template.layout({ partners, options });
  layouts.set(key, layout);
  return layout;
}

/** An open action of nobody. */
export function actionOf(actionId: string, more: Partial<Action> = {}): Action {
  const nobody = { owner: null, partnerId: null, due: null, aboutId: null };
  return { actionId, what: `Do ${actionId}`, status: 'open', ...nobody, ...more };
}

/** What one thing was rated: each partner's mean, by its id, of as many people as the partner sent (one). */
export interface TestRating {
  readonly itemId?: string | null;
  readonly question: string;
  readonly means: Readonly<Record<string, number>>;
}

/** A shown count of ratings; the mean over all is that of the partners, each with one person. */
export function roundOf(
  stepKey: string,
  ratings: readonly TestRating[],
  run = 1,
  closedAt = testNow,
): PublishedRound {
  const rows = ratings.map(({ itemId = null, means, question }): RatingsTally['ratings'][number] => {
    const values = Object.values(means);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return {
      itemId,
      questionKey: question,
      answers: values.length,
      mean,
      spread,
      counts: [],
      byPartner: Object.entries(means).map(([id, value]) => ({
        partnerId: id === 'none' ? null : (id as PartnerId),
        answers: 1,
        mean: value,
      })),
    };
  });
  const tally: RatingsTally = { kind: 'ratings', voters: 2, isSuppressed: false, ratings: rows };
  return { run, stepKey, items: [], tally, closedAt };
}
