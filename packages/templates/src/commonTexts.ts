import type { TextTable } from './translate.ts';

const en = {
  'agenda.title': 'Agenda · {minutes} minutes',
  'agenda.step': '{number} · {minutes} min · {mode}',
  'mode.open': 'write together',
  'mode.private': 'write unseen',
  'mode.group': 'sort and cluster',
  'mode.vote': 'vote',
  'mode.check': 'rate',
  'mode.discuss': 'talk',
  'mode.decide': 'decide',
  'mode.commit': 'commit',
} as const;

/** A key of the texts that every template shares. */
export type CommonTextKey = keyof typeof en;

/** The texts that every template shares: those of the agenda panel. */
export const commonTexts: TextTable<CommonTextKey> = { en };
