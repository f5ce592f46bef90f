import { exhaustive } from '@common-ground/protocol';
import type { StepMode, WorkshopView } from '@common-ground/workshop';

/** The ways a step can work, in the order in which a workshop comes to them. */
export const modeKinds = [
  'open',
  'private',
  'group',
  'vote',
  'check',
  'discuss',
  'decide',
  'commit',
] as const satisfies readonly StepMode['kind'][];

/** A mode as a facilitator would most likely want it; private writing goes into the sections others write for. */
export function newMode(kind: StepMode['kind'], view: WorkshopView | null): StepMode {
  switch (kind) {
    case 'open':
    case 'group':
    case 'decide':
      return { kind };
    case 'private':
      return { kind, scope: 'own', reveal: 'named', revealBy: 'all', sectionKeys: writtenSections(view) };
    case 'vote':
      return { kind, dots: 5, maxPerItem: 3, weight: 'person', privacy: 'by-partner' };
    case 'check':
      return {
        kind,
        scale: { min: 1, max: 5, minLabel: '', maxLabel: '' },
        questions: [{ key: 'question', text: '' }],
        statementSectionKeys: [],
        privacy: 'anonymous',
      };
    case 'discuss':
      return { kind, topicMinutes: 5 };
    case 'commit':
      return { kind, signers: 'partner' };
    default:
      return exhaustive(kind);
  }
}

function writtenSections(view: WorkshopView | null): readonly string[] {
  if (view === null || view.agenda.phase === 'idle') return [];
  const keys = view.agenda.steps.flatMap(({ mode }) => (mode.kind === 'private' ? mode.sectionKeys : []));
  return [...new Set(keys)];
}
