import type { Target } from '@common-ground/templates';

/** The shapes a finding is about, each once; none for what stands in the workshop only. */
export function shapesOfTargets(targets: readonly Target[]): readonly string[] {
  return [...new Set(targets.flatMap((target) => ('shapeId' in target ? [target.shapeId] : [])))];
}
