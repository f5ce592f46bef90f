/** The formats of a retrospective: which questions the group looks back with. The first is the default. */
export const formats = [
  'start-stop-continue',
  'four-ls',
  'mad-sad-glad',
  'sailboat',
  'four-pillars',
] as const;

/** One of {@link formats}. */
export type RetrospectiveFormat = (typeof formats)[number];

/** The sections that notes are gathered in, by format, in reading order. */
export const formatSections = {
  'start-stop-continue': ['start', 'stop', 'continue'],
  'four-ls': ['liked', 'learned', 'lacked', 'longed'],
  'mad-sad-glad': ['mad', 'sad', 'glad'],
  sailboat: ['wind', 'anchor', 'island', 'rocks'],
  'four-pillars': ['trust', 'commitment', 'coordination', 'communication'],
} as const satisfies Record<RetrospectiveFormat, readonly string[]>;

/** A section that notes are gathered in. */
export type GatherSection = (typeof formatSections)[RetrospectiveFormat][number];
