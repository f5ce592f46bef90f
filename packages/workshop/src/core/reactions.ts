/** The signs somebody can send with one press. */
export const reactions = ['clap', 'heart', 'laugh', 'surprise', 'thanks', 'thumbs-up'] as const;

/** One of {@link reactions}. */
export type Reaction = (typeof reactions)[number];
