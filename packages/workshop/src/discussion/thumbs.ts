import type { Result } from '@common-ground/protocol';
import type { Command } from '../core/Command.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import { type Privates, ballotsOf, deleteBallots } from '../core/Privates.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import { expectedCount } from '../core/Roster.ts';
import type { Context, ViewContext } from '../core/Rules.ts';
import type { MechanicView } from '../core/View.ts';
import { type Ask, type ThumbCounts, thumbsKey } from './DiscussionState.ts';
import { thumbValues } from './discussionShape.ts';

type Thumb = keyof typeof thumbValues;
type AskView = NonNullable<NonNullable<MechanicView<'discussion'>['current']>['ask']>;

/** Sets or takes back the actor's thumb. */
export function giveThumb(
  { askNumber, thumb }: Extract<Command, { type: 'discussion.thumb' }>,
  { state, actor }: Context,
): Result<Outcome, Refusal> {
  const ask = state.discussion.current?.ask;
  if (ask?.status !== 'open' || ask.askNumber !== askNumber) return refuse('thumbs-closed');
  const own = { ballotKey: thumbsKey(askNumber), participantId: actor.id };
  const answers = thumb === null ? [] : [{ key: 'thumb', value: thumbValues[thumb] }];
  return accept({
    privateChanges: [
      thumb === null
        ? { kind: 'delete-ballot', ...own }
        : { kind: 'put-ballot', ballot: { ...own, answers } },
    ],
  });
}

/** Publishes the counts and deletes the thumbs. */
export function countThumbs(_: unknown, { state, privates }: Context): Result<Outcome, Refusal> {
  const ask = state.discussion.current?.ask;
  if (ask?.status !== 'open') return refuse('thumbs-closed');
  const { askNumber } = ask;
  return accept({
    events: [{ type: 'discussion.thumbsCounted', askNumber, counts: countsOf(privates, askNumber) }],
    privateChanges: deleteBallots(privates, thumbsKey(askNumber)),
  });
}

/** What one person sees of the question: while it is open, no thumb but their own. */
export function viewAsk(ask: Ask, { privates, roster, you }: ViewContext): AskView {
  const thumbs = ballotsOf(privates, thumbsKey(ask.askNumber));
  const givers = thumbs.map(({ participantId }) => participantId);
  const own = thumbs.find(({ participantId }) => participantId === you.id)?.answers[0]?.value;
  return {
    askNumber: ask.askNumber,
    thumbCount: givers.length,
    expectedCount: expectedCount(roster, givers),
    yours: own === undefined ? null : thumbOf(own),
    counts: ask.status === 'counted' ? ask.counts : null,
  };
}

function countsOf(privates: Privates, askNumber: number): ThumbCounts {
  const given = ballotsOf(privates, thumbsKey(askNumber)).flatMap(({ answers }) =>
    answers.map(({ value }) => thumbOf(value)),
  );
  const count = (thumb: Thumb) => given.filter((one) => one === thumb).length;
  return { up: count('up'), side: count('side'), down: count('down') };
}

function thumbOf(value: number): Thumb {
  if (value === 0) return 'side';
  return value > 0 ? 'up' : 'down';
}
