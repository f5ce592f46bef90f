import { createdOf } from '@common-ground/board';
import type { Partner, PartnerId } from '@common-ground/protocol';
import { isPlainId } from '@common-ground/protocol';
import type {
  BoardState,
  StateCluster,
  StateLaunch,
  StateNote,
  StatePerson,
  StateSection,
  StateWidget,
} from './BoardState.ts';
import { missedDateOf } from './missedDateOf.ts';
import type { PublishedWorkshop } from './PublishedWorkshop.ts';
import type { SeenShape } from './readShapes.ts';
import { holdersOf, readShapes } from './readShapes.ts';

/** What a board's state is made from. */
export interface BoardStateInput {
  readonly title: string;
  /** Server time, ms. */
  readonly now: number;
  readonly partners: readonly Partner[];
  readonly people: readonly StatePerson[];
  /** Records of the canvas in any order, each id once; those that cannot be read are passed over. */
  readonly records: Iterable<unknown>;
  /** The templates laid out, newest first, as the document notes them. */
  readonly launches: readonly StateLaunch[];
  readonly workshop: PublishedWorkshop;
  /** Shape types of the templates' widgets. */
  readonly widgetTypes: ReadonlySet<string>;
}

/** The state of a board, made of its canvas and what its workshop has published. The order of the records does not matter. */
export function createBoardState(input: BoardStateInput): BoardState {
  const shapes = readShapes(input.records);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const notes = shapes.flatMap((shape) => noteOf(shape, byId, input));
  const clusterIds = new Set(notes.map(({ clusterId }) => clusterId));
  return {
    title: input.title,
    now: input.now,
    partners: input.partners,
    people: input.people,
    launches: launchesOf(input.launches, shapes),
    sections: shapes.filter(isSection).map(sectionOf),
    notes,
    clusters: shapes.filter(({ id }) => clusterIds.has(id)).map((shape) => clusterOf(shape, byId)),
    widgets: shapes.filter(({ type }) => input.widgetTypes.has(type)).map(widgetOf),
    workshop: input.workshop,
  };
}

/** The noted launches, and behind them those that only the shapes tell of, as on a board older than the notes. */
function launchesOf(noted: readonly StateLaunch[], shapes: readonly SeenShape[]): StateLaunch[] {
  const launches = new Map(noted.map((launch) => [launch.launchId, launch]));
  const told = shapes.flatMap(({ meta }) => {
    const { launch, templateId } = meta;
    return isPlainId(launch) && isPlainId(templateId) ? [{ launchId: launch, templateId, options: {} }] : [];
  });
  for (const launch of told.toSorted((a, b) => (a.launchId < b.launchId ? -1 : 1)))
    if (!launches.has(launch.launchId)) launches.set(launch.launchId, launch);
  return [...launches.values()];
}

function sectionOf({ id, meta, text }: SeenShape): StateSection {
  return {
    shapeId: id,
    key: String(meta['section']),
    title: text,
    partnerId: plainIdOf(meta['partnerId']) as PartnerId | null,
    launchId: plainIdOf(meta['launch']),
  };
}

function widgetOf({ id, type, props, meta }: SeenShape): StateWidget {
  return { shapeId: id, type, props, meta, launchId: plainIdOf(meta['launch']) };
}

function noteOf(
  shape: SeenShape,
  byId: ReadonlyMap<string, SeenShape>,
  { partners, people, workshop }: Pick<BoardStateInput, 'partners' | 'people' | 'workshop'>,
): StateNote[] {
  if (shape.type !== 'note' || shape.text === '') return [];
  const { id, meta, text } = shape;
  const holders = holdersOf(shape, byId);
  const section = holders.findLast(isSection);
  const authorId = plainIdOf(meta['createdBy'] ?? meta['by']);
  const author = people.find((person) => person.id === authorId);
  const partnerId = plainIdOf(meta['partnerId']) ?? author?.partnerId ?? null;
  return [
    {
      shapeId: id,
      text,
      sectionId: section?.id ?? null,
      sectionKey: section === undefined ? null : String(section.meta['section']),
      clusterId: holders.findLast(isCluster)?.id ?? null,
      authorId: author?.id ?? null,
      partnerId: partners.find((partner) => partner.id === partnerId)?.id ?? null,
      writtenAt: author === undefined ? null : createdOf(meta).at,
      missedDate: author === undefined ? null : missedDateOf(meta, workshop.run?.openDates ?? []),
    },
  ];
}

function clusterOf(shape: SeenShape, byId: ReadonlyMap<string, SeenShape>): StateCluster {
  const section = holdersOf(shape, byId).findLast(isSection);
  return {
    shapeId: shape.id,
    title: shape.type === 'frame' ? shape.text : '',
    sectionKey: section === undefined ? null : String(section.meta['section']),
  };
}

function isSection({ type, meta }: SeenShape): boolean {
  return type === 'frame' && typeof meta['section'] === 'string';
}

function isCluster(shape: SeenShape): boolean {
  return (shape.type === 'frame' || shape.type === 'group') && !isSection(shape);
}

function plainIdOf(value: unknown): string | null {
  return isPlainId(value) ? value : null;
}
