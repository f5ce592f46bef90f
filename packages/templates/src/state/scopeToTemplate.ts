import type { BoardState, StateLaunch } from './BoardState.ts';

/** A board's state as one template sees it. */
export interface ScopedState extends BoardState {
  /** The template's newest launch; null where it was not laid out. */
  readonly launch: StateLaunch | null;
}

/**
 * Leaves of the canvas what belongs to a template's newest launch: of a retrospective that was laid out twice, the
 * present one. Notes that lie in no section stay, since nothing says whose they are.
 */
export function scopeToTemplate(state: BoardState, templateId: string): ScopedState {
  const launch = state.launches.find((one) => one.templateId === templateId) ?? null;
  const sections = state.sections.filter(({ launchId }) => launchId === launch?.launchId);
  const sectionIds = new Set<string | null>(sections.map(({ shapeId }) => shapeId));
  const notes = state.notes.filter(({ sectionId }) => sectionId === null || sectionIds.has(sectionId));
  const clusterIds = new Set(notes.map(({ clusterId }) => clusterId));
  return {
    ...state,
    launch,
    sections,
    notes,
    clusters: state.clusters.filter(({ shapeId }) => clusterIds.has(shapeId)),
    widgets: state.widgets.filter(({ launchId }) => launchId === launch?.launchId),
  };
}
