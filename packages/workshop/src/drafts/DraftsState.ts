import type { PartnerId } from '@common-ground/protocol';

/** That drafts of a step were revealed: all of them, or one partner's. Holds no text and no author. */
export interface Reveal {
  readonly stepKey: string;
  readonly all: boolean;
  /** Whose lane it was; null for people without a partner, and where `all`. */
  readonly partnerId: PartnerId | null;
  readonly noteCount: number;
  readonly writerCount: number;
  /** Partners that took part and wrote nothing, where saying so leaves at least three possible authors. */
  readonly silentPartnerIds: readonly PartnerId[];
}

/** What has been revealed in the present run. */
export interface DraftsState {
  readonly reveals: readonly Reveal[];
}

/** Nothing revealed yet. */
export const noReveals: DraftsState = { reveals: [] };

/** Whether the drafts of that partner's people in that step have been revealed. */
export function isRevealed(drafts: DraftsState, stepKey: string, partnerId: PartnerId | null): boolean {
  return drafts.reveals.some(
    (reveal) => reveal.stepKey === stepKey && (reveal.all || reveal.partnerId === partnerId),
  );
}

/** Whether that partner's lane, or for null everything, has been revealed. */
export function isLaneRevealed(
  drafts: DraftsState,
  stepKey: string,
  lane: { readonly partnerId: PartnerId | null } | null,
): boolean {
  if (lane) return isRevealed(drafts, stepKey, lane.partnerId);
  return drafts.reveals.some((reveal) => reveal.stepKey === stepKey && reveal.all);
}
