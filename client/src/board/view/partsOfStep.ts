import type { Step } from '@common-ground/workshop';

/** What matters of a shape for whether a step is about it. */
export interface TemplatePart {
  readonly id: string;
  /** The key its template knows it by. */
  readonly key: string;
  /** The command that laid its template out. */
  readonly launch: string;
  /** Whose lane it is; null for what is everybody's. */
  readonly partnerId: string | null;
}

/** Keys of the sections and widgets that a step is about: those it says, else those its mode names. */
export function keysOfStep({ focus, mode }: Step): readonly string[] {
  if (focus !== undefined) return focus;
  if (mode.kind === 'check') return mode.statementSectionKeys;
  return 'sectionKeys' in mode ? (mode.sectionKeys ?? []) : [];
}

/**
 * The parts of the canvas that a step is about, for somebody of a partner. Where partners write unseen, each sees its own
 * lanes. Of a template that was laid out twice it is the one whose launch comes first in `launches`, newest first.
 */
export function partsOfStep(
  parts: readonly TemplatePart[],
  step: Step,
  launches: readonly string[],
  partnerId: string | null,
): readonly TemplatePart[] {
  const keys = new Set(keysOfStep(step));
  const named = parts.filter(({ key }) => keys.has(key));
  const launch = launches.find((id) => named.some((part) => part.launch === id));
  const meant = named.filter((part) => part.launch === launch);
  return step.mode.kind === 'private' ? ownAmong(meant, partnerId) : meant;
}

/** One's own lanes and what is everybody's; all of it for somebody who has none. */
function ownAmong(parts: readonly TemplatePart[], partnerId: string | null): readonly TemplatePart[] {
  const hasOwn = parts.some((part) => part.partnerId !== null && part.partnerId === partnerId);
  return hasOwn ? parts.filter((part) => part.partnerId === null || part.partnerId === partnerId) : parts;
}
