import type { Snapshot } from '@common-ground/protocol';
import type { TFunction } from 'i18next';
import { isolate } from '../../texts/isolate.ts';

/** What a moment is called: its name, or why it was kept. */
export function momentWords(snapshot: Snapshot, t: TFunction): string {
  const { name, reason, stepTitle } = snapshot;
  if (name !== undefined) return name;
  if (reason === 'step' && stepTitle !== undefined) {
    return t('history.reasons.stepNamed', { title: isolate(stepTitle) });
  }
  return t(`history.reasons.${reason}`);
}
