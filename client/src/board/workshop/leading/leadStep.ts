/** How somebody stands to the workshop's lead. */
export interface LeadState {
  /** Whom they are to follow; null when nobody leads, or they have left the lead. */
  readonly leaderId: string | null;
  /** Whether the leader's view is known here. */
  readonly isHere: boolean;
  /** Whom they have followed because of the lead. */
  readonly followed: string | null;
  /** Whom their screen follows now. */
  readonly following: string | null;
}

/** What is to be done, and whom they count as following afterwards. */
export interface LeadStep {
  readonly act: 'none' | 'follow' | 'stop' | 'leave';
  readonly followed: string | null;
}

/** The next step of following a lead. Whoever moves their own view while they follow has left the lead. */
export function leadStep({ leaderId, isHere, followed, following }: LeadState): LeadStep {
  if (leaderId === null) {
    const isStillFollowing = followed !== null && following === followed;
    return { act: isStillFollowing ? 'stop' : 'none', followed: null };
  }
  if (following === leaderId) return { act: 'none', followed: leaderId };
  // Without the leader's view there is nothing to follow; it is taken up again when they are back.
  if (!isHere) return { act: 'none', followed: null };
  return followed === leaderId ? { act: 'leave', followed: null } : { act: 'follow', followed: leaderId };
}
