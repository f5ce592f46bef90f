/** How much of everything one workshop may hold; generous for a day with sixty people, small enough to stay in memory. */
export const workshopLimits = {
  maxSteps: 60,
  maxStepMinutes: 480,
  maxQuestions: 20,
  /** Sections a step may name: twelve partners' lanes of four sections, and some over. */
  maxSections: 64,
  /** Characters of a title or label, and of an instruction, note, agreement or reason. */
  maxTitleLength: 200,
  maxTextLength: 4_000,
  maxDraftsPerCommand: 100,
  /** Unrevealed drafts of one person in one step. */
  maxDraftsPerPerson: 200,
  maxItems: 500,
  /** Characters of what is voted on, as shown in a result; the whole text stands on the canvas. */
  maxLabelLength: 500,
  maxDots: 50,
  maxTopics: 200,
  maxOutcomes: 500,
  maxAgreements: 50,
  maxRestatements: 200,
  maxProposals: 100,
  maxLevels: 12,
  maxLevelDays: 365,
  maxEscalations: 50,
  /** Tallies of earlier runs and rounds that are kept, for trends. */
  maxPastTallies: 200,
  /** Remembered commands of one person; a retry comes within seconds, so that these are plenty. */
  maxReceiptsPerPerson: 64,
  /** How long every facilitator must have been away before a contributor can take over. */
  takeOverAfterMs: 60_000,
} as const;
