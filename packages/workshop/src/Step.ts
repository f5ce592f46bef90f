/** How answers of a rating or vote are published: over all people only, or each partner's result too. */
export type TallyPrivacy = 'anonymous' | 'by-partner';

/** A question of a `check` step, rated on the step's scale. */
export interface CheckQuestion {
  readonly key: string;
  readonly text: string;
}

/** The numbers a question is rated with, and what its ends mean. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly minLabel: string;
  readonly maxLabel: string;
}

/** What the group does in a step, with what that needs. */
export type StepMode =
  /** Everybody writes on the canvas together. */
  | {
      readonly kind: 'open';
      /** The group goes through the actions of last time: done, still open, dropped. */
      readonly reviewsActions?: boolean;
    }
  /** Everybody writes unseen by others until the reveal. */
  | {
      readonly kind: 'private';
      /** Who shares a draft until the reveal: only its author, or all people of the author's partner. */
      readonly scope: 'own' | 'partner';
      readonly reveal: 'named' | 'anonymous';
      /** All drafts at once, or one partner's lane at a time. */
      readonly revealBy: 'all' | 'partner';
      /**
       * Keys of the sections that drafts are written for. None: the template gives each draft a key of its own.
       */
      readonly sectionKeys: readonly string[];
      /**
       * `widget`: drafts are parts of a widget of the template, filled in for the author's partner; at the reveal they are
       * laid into it as that partner's view. Missing: drafts become notes.
       */
      readonly into?: 'widget';
    }
  /** Sort and cluster notes. */
  | { readonly kind: 'group' }
  /** Dots on notes and clusters. */
  | {
      readonly kind: 'vote';
      readonly dots: number;
      readonly maxPerItem: number;
      /** Whose voice a vote is: each person's, or one a partner. */
      readonly weight: 'person' | 'partner';
      readonly privacy: TallyPrivacy;
    }
  /** Rate questions, or what stands in sections of the canvas. */
  | {
      readonly kind: 'check';
      readonly scale: Scale;
      /** Asked once; where there are statements, asked of each of them. None: a statement is rated as it stands. */
      readonly questions: readonly CheckQuestion[];
      /** Sections whose notes are the statements. */
      readonly statementSectionKeys: readonly string[];
      readonly privacy: TallyPrivacy;
    }
  /** Talk, topic by topic. */
  | {
      readonly kind: 'discuss';
      /** Minutes a topic gets at first; null for topics without a timer. */
      readonly topicMinutes: number | null;
      /** Each partner restates every other one; the group goes on when all of it was heard, or with a reason. */
      readonly restate?: boolean;
      /**
       * Sections in which what was heard is kept as notes, one for each partner that is restated: their keys end with a
       * colon and the partner's id.
       */
      readonly sectionKeys?: readonly string[];
    }
  /** Leave decisions and actions. */
  | {
      readonly kind: 'decide';
      /** Sections whose notes say what is to be done: each becomes an action when somebody takes it on. */
      readonly sectionKeys?: readonly string[];
    }
  /** Sign or accept. */
  | {
      readonly kind: 'commit';
      readonly signers: 'person' | 'partner';
      /** Sections whose notes are what is signed: the text of the agreement can be taken from them. */
      readonly sectionKeys?: readonly string[];
    };

/** One step of an agenda. */
export interface Step {
  /** Unique within the agenda; `[A-Za-z0-9_-]{1,64}`. */
  readonly key: string;
  readonly title: string;
  /** What the group is asked to do, one or two sentences, said to everybody. */
  readonly instruction: string;
  readonly minutes: number;
  readonly mode: StepMode;
  /**
   * Keys of the template's parts (sections, widgets) that the group has before it in this step; what a screen shows when
   * the step begins. Missing: the sections that its mode names.
   */
  readonly focus?: readonly string[];
}

/** A workshop's ordered steps. */
export type Agenda = readonly Step[];
