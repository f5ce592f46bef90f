import { commonTexts } from '../commonTexts.ts';
import { createTranslate } from '../translate.ts';
import type { Finding, Severity, Target } from './Finding.ts';

/** A target as one string, the same for targets that are about the same thing. */
export function keyOfTarget(target: Target): string {
  return Object.values(target).join(':');
}

/** Findings by what they are about, each list as the findings came: the gravest first. */
export function findingsByTarget(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byTarget = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const key of new Set(finding.targets.map(keyOfTarget))) {
      byTarget.set(key, [...(byTarget.get(key) ?? []), finding]);
    }
  }
  return byTarget;
}

/** What findings are called by their severity, in the language asked for. */
export function severityWord(severity: Severity, language: string): string {
  return createTranslate(commonTexts, language)(`report.severity.${severity}`);
}

/** Findings as a screen reader says them: the word, the sentence, and what to do. */
export function spokenFindings(findings: readonly Finding[], language: string): string {
  return findings
    .map(({ advice, sentence, severity }) =>
      [`${severityWord(severity, language)}:`, sentence, advice].filter((part) => part !== '').join(' '),
    )
    .join(' ');
}

/** The value of `data-findings`: by it the board finds which findings stand at a place, to tell of them there. */
export function findingIds(findings: readonly Finding[]): string {
  return findings.map(({ id }) => id).join('\n');
}
