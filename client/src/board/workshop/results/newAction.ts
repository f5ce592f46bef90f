import type { Command } from '@common-ground/workshop';

/** The command that makes an action of what is to be done; whose it is and by when is told later. */
export function newAction(what: string, aboutId: string | null = null) {
  return {
    type: 'outcomes.addAction',
    what,
    owner: null,
    partnerId: null,
    due: null,
    aboutId,
  } as const satisfies Command;
}
