import type { ParticipantId } from '@common-ground/protocol';
import type { PublishedRound, PublishedWorkshop } from '@common-ground/templates';
import type { Agenda, WorkshopEvent } from '@common-ground/workshop';

/**
 * What a board's workshop hands on to the one that follows it, as the first events of that board: the shown results of questions that
 * each run asks anew (a trend goes on), run by run, and the actions that are still open. Nothing else: notes, votes on them and
 * decisions stay where they are.
 */
export function carriedEvents(
  { actions, rounds, run }: Pick<PublishedWorkshop, 'actions' | 'rounds' | 'run'>,
  by: ParticipantId,
  now: number,
): readonly WorkshopEvent[] {
  const asked = rounds.filter(isAskedAnew);
  const byRun = [...Map.groupBy(asked, (round) => round.run).values()];
  const series = byRun.flatMap((own, index) => runEvents(own, index + 1, run, by));
  const open = actions
    .filter(({ status }) => status === 'open')
    .map((action): WorkshopEvent => {
      // What it was about lies on the other board.
      return { v: 1, at: now, by, type: 'outcomes.actionAdded', ...action, aboutId: null, run: 0 };
    });
  return [...series, ...open];
}

/** Whether a count is of questions alone, and not of what stood on the canvas. */
function isAskedAnew({ items, tally }: PublishedRound): boolean {
  return (
    items.length === 0 && tally.kind === 'ratings' && tally.ratings.every(({ itemId }) => itemId === null)
  );
}

/** One run of the series, as short as it can be told: its counts, between a start and an end. */
function runEvents(
  rounds: readonly PublishedRound[],
  run: number,
  known: PublishedWorkshop['run'],
  by: ParticipantId,
): WorkshopEvent[] {
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (first === undefined || last === undefined || known === null) return [];
  const stamp = { v: 1, by } as const;
  const steps: Agenda = known.steps.map((step) => ({ ...step }));
  const { templateId, title } = known;
  return [
    {
      ...stamp,
      at: first.closedAt,
      type: 'agenda.started',
      run,
      title,
      templateId,
      steps: [...steps],
      isCarried: true,
    },
    ...rounds.flatMap(({ closedAt, stepKey, tally }, index): WorkshopEvent[] => {
      const round = rounds.slice(0, index).filter((one) => one.stepKey === stepKey).length + 1;
      return [
        { ...stamp, at: closedAt, type: 'ballots.opened', stepKey, round, items: [] },
        { ...stamp, at: closedAt, type: 'ballots.closed', stepKey, round, tally, isShown: true },
      ];
    }),
    { ...stamp, at: last.closedAt, type: 'agenda.ended' },
  ];
}
