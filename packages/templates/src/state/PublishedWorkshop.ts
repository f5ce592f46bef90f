import type { PartnerId } from '@common-ground/protocol';
import type {
  Action,
  Agenda,
  Agreement,
  DecisionRecord,
  Item,
  MechanicView,
  OpenDate,
  Restatement,
  Tally,
  WorkshopView,
} from '@common-ground/workshop';

/** A run of a workshop, going on or over. */
export interface PublishedRun {
  readonly run: number;
  readonly title: string;
  readonly templateId: string | null;
  readonly steps: Agenda;
  /** The step the group is in; null once it is over. */
  readonly currentKey: string | null;
  /** Server time, ms. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Dates until which steps were open, oldest first; missing for none. */
  readonly openDates?: readonly OpenDate[];
  /** It was led on a board that this one follows. */
  readonly isCarried?: boolean;
}

/** A count that everybody is shown. */
export interface PublishedRound {
  readonly run: number;
  readonly stepKey: string;
  readonly items: readonly Item[];
  readonly tally: Tally;
  /** Server time, ms. */
  readonly closedAt: number;
}

/** That drafts were revealed. */
export interface PublishedReveal {
  readonly stepKey: string;
  readonly all: boolean;
  readonly partnerId: PartnerId | null;
  readonly silentPartnerIds: readonly PartnerId[];
}

/** What everybody may know of a workshop: no draft, no ballot, no count that is not shown, nothing of one person alone. */
export interface PublishedWorkshop {
  /** The present or latest run; null where none was started. */
  readonly run: PublishedRun | null;
  readonly reveals: readonly PublishedReveal[];
  /** Counts of this run and earlier ones, in the order in which they were closed. */
  readonly rounds: readonly PublishedRound[];
  readonly topics: MechanicView<'discussion'>['topics'];
  readonly restatements: readonly Restatement[];
  readonly overrides: MechanicView<'restatements'>['overrides'];
  readonly proposals: MechanicView<'consent'>['proposals'];
  readonly agreements: readonly Agreement[];
  readonly decisions: readonly DecisionRecord[];
  readonly actions: readonly Action[];
  /** `YYYY-MM-DD`. */
  readonly followUpOn: string | null;
  readonly escalation: Omit<MechanicView<'escalation'>, 'isOverdue'>;
}

/** What is published by a board on which no workshop was ever led. */
export const nothingPublished: PublishedWorkshop = {
  run: null,
  reveals: [],
  rounds: [],
  topics: [],
  restatements: [],
  overrides: [],
  proposals: [],
  agreements: [],
  decisions: [],
  actions: [],
  followUpOn: null,
  escalation: { levels: [], currentLevel: null, records: [], settlement: null },
};

/**
 * What of a person's view everybody may know: the same from whoever's view it is taken. A facilitator's view also holds
 * counts that are not shown yet; they are left out.
 */
export function publishedOf(view: WorkshopView): PublishedWorkshop {
  const { consent, discussion, drafts, escalation, outcomes, restatements, signatures } = view;
  return {
    run: runOf(view.agenda),
    reveals: drafts.steps.flatMap(({ stepKey, reveals }) =>
      reveals.map(({ all, partnerId, silentPartnerIds }) => ({ stepKey, all, partnerId, silentPartnerIds })),
    ),
    rounds: roundsOf(view),
    topics: discussion.topics,
    restatements: restatements.restatements.map(
      ({ restatementId, stepKey, byPartnerId, ofPartnerId, text, version, status, missing }) => {
        return { restatementId, stepKey, byPartnerId, ofPartnerId, text, version, status, missing };
      },
    ),
    overrides: restatements.overrides,
    proposals: consent.proposals,
    agreements: signatures.agreements.map(
      ({ agreementId, title, text, signers, version, signatures, voidedCount }) => {
        return { agreementId, title, text, signers, version, signatures, voidedCount };
      },
    ),
    decisions: outcomes.decisions,
    actions: outcomes.actions,
    followUpOn: outcomes.followUpOn,
    escalation: {
      levels: escalation.levels,
      currentLevel: escalation.currentLevel,
      records: escalation.records,
      settlement: escalation.settlement,
    },
  };
}

function runOf(agenda: WorkshopView['agenda']): PublishedRun | null {
  if (agenda.phase === 'idle') return null;
  const { run, title, templateId, steps, startedAt } = agenda;
  const isRunning = agenda.phase === 'running';
  return {
    run,
    title,
    templateId,
    steps,
    startedAt,
    currentKey: isRunning ? agenda.currentKey : null,
    endedAt: isRunning ? null : agenda.endedAt,
    ...(agenda.openDates && { openDates: agenda.openDates }),
    ...(agenda.isCarried === true && { isCarried: true }),
  };
}

function roundsOf({ agenda, ballots }: WorkshopView): PublishedRound[] {
  const run = agenda.phase === 'idle' ? 0 : agenda.run;
  const present = ballots.votes.flatMap(({ stepKey, items, counted }) =>
    counted
      .filter(({ isShown }) => isShown)
      .map(({ tally, closedAt }) => ({ run, stepKey, items, tally, closedAt })),
  );
  return [...ballots.past, ...present].toSorted(
    (one, other) => one.run - other.run || one.closedAt - other.closedAt,
  );
}
