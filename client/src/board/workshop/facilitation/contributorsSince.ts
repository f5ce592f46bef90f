import { createdOf } from '@common-ground/board';
import type { ParticipantId } from '@common-ground/protocol';

/** Who made notes since a time (server time, ms); those whose author nobody is to know are nobody's. */
export function contributorsSince(
  notes: Iterable<{ readonly meta: Readonly<Record<string, unknown>> }>,
  since: number,
): Set<ParticipantId> {
  const people = new Set<ParticipantId>();
  for (const { meta } of notes) {
    const { at, by } = createdOf(meta);
    if (by !== null && at !== null && at >= since) people.add(by);
  }
  return people;
}
