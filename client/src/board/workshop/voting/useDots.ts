import { mayEdit } from '@common-ground/protocol';
import type { StepMode } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';

type VoteMode = Extract<StepMode, { kind: 'vote' }>;

/** One's own dots in an open vote. */
export interface OwnDots {
  readonly left: number;
  of(itemId: string): number;
  /** Puts one more on an item; nothing where no more may be put. */
  add(itemId: string): void;
  /** Takes one back; nothing where there is none. */
  take(itemId: string): void;
  mayAdd(itemId: string): boolean;
}

/** One's own dots in the vote of a step; null while it is not open, and for those who only look on. */
export function useDots(stepKey: string, mode: VoteMode): OwnDots | null {
  const { answers } = useWorkshopTools();
  const view = useWorkshopView();
  const vote = view?.ballots.votes.find((known) => known.stepKey === stepKey);
  const given = useValue('own dots', () => (vote === undefined ? null : answers.of(vote)), [vote, answers]);
  if (vote?.status !== 'open' || given === null || !view || !mayEdit(view.you.role)) return null;
  const left = mode.dots - [...given.values()].reduce((sum, dots) => sum + dots, 0);
  const of = (itemId: string) => given.get(itemId) ?? 0;
  const mayAdd = (itemId: string) => left > 0 && of(itemId) < mode.maxPerItem;
  const place = (itemId: string, dots: number) => {
    const { round } = vote;
    const command = {
      type: 'ballots.placeDots',
      stepKey,
      round,
      told: mode.privacy,
      itemId,
      dots,
    } as const;
    void answers.give(vote, itemId, dots === 0 ? null : dots, command);
  };
  return {
    left,
    of,
    mayAdd,
    add: (itemId) => (mayAdd(itemId) ? place(itemId, of(itemId) + 1) : undefined),
    take: (itemId) => (of(itemId) > 0 ? place(itemId, of(itemId) - 1) : undefined),
  };
}
