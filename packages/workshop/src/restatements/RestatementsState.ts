import type { PartnerId } from '@common-ground/protocol';

/** How one partner put in its own words what another one said. */
export interface Restatement {
  readonly restatementId: string;
  readonly stepKey: string;
  /** Who restates. */
  readonly byPartnerId: PartnerId;
  /** Who is restated, and says whether they were heard. */
  readonly ofPartnerId: PartnerId;
  readonly text: string;
  /** Rises when it is written anew; an answer is to one version. */
  readonly version: number;
  readonly status: 'waiting' | 'heard' | 'not-quite';
  /** What the speaker missed; null unless `not-quite`. */
  readonly missing: string | null;
}

/** That the group went on before everybody was heard. */
export interface Override {
  readonly stepKey: string;
  readonly reason: string;
  readonly openCount: number;
  /** Server time, ms. */
  readonly at: number;
}

/** The restatements of this run. */
export interface RestatementsState {
  readonly restatements: readonly Restatement[];
  readonly overrides: readonly Override[];
}

/** Nothing restated yet. */
export const noRestatements: RestatementsState = { restatements: [], overrides: [] };
