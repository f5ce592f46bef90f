import type { PartnerId } from '@common-ground/protocol';
import { keyOfTarget } from './marks.ts';

/** How much a finding matters: something is wrong, something is worth a look, something is good to know. */
export type Severity = 'error' | 'warning' | 'insight';

/** What a finding is about, for the list that jumps there and for the marks on the canvas. */
export type Target =
  /** A note, cluster or section on the canvas. */
  | { readonly kind: 'shape'; readonly shapeId: string }
  /** Parts of a widget, by the ids it gives them. */
  | { readonly kind: 'cell'; readonly shapeId: string; readonly rowId: string; readonly columnId: string }
  | { readonly kind: 'row'; readonly shapeId: string; readonly rowId: string }
  | { readonly kind: 'column'; readonly shapeId: string; readonly columnId: string }
  /** Things of the workshop. */
  | { readonly kind: 'action'; readonly actionId: string }
  | { readonly kind: 'agreement'; readonly agreementId: string }
  | { readonly kind: 'escalation' }
  | { readonly kind: 'partner'; readonly partnerId: PartnerId };

/** How findings of one code are shown. */
export interface FindingKind {
  readonly severity: Severity;
  /** `facilitators`: for them alone, in no report. */
  readonly audience?: 'everyone' | 'facilitators';
}

/** The findings a template can have, by code. */
export type FindingKinds<Code extends string = string> = Readonly<Record<Code, FindingKind>>;

/** A finding that can be: its sentences with `{placeholders}` where names will stand. */
export interface FindingText {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly advice: string;
}

/** What a rule found, before it is put into words. */
export interface Found<Code extends string> {
  readonly code: Code;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly targets: readonly Target[];
}

/** A live result of a template's rules. */
export interface Finding {
  /** The same as long as the finding is about the same things. */
  readonly id: string;
  readonly templateId: string;
  readonly code: string;
  readonly severity: Severity;
  readonly audience: 'everyone' | 'facilitators';
  readonly sentence: string;
  /** What to do about it. */
  readonly advice: string;
  readonly targets: readonly Target[];
}

/** Looks up the sentence, or the advice, of a code. */
type SayFinding<Code extends string> = (
  key: `finding.${Code}` | `finding.${Code}.advice`,
  values?: Readonly<Record<string, string | number>>,
) => string;

const severities: readonly Severity[] = ['error', 'warning', 'insight'];

/** Puts what rules found into words: errors first, else in the order found. */
export function sayFindings<Code extends string>(
  templateId: string,
  kinds: FindingKinds<Code>,
  found: readonly Found<Code>[],
  say: SayFinding<Code>,
): Finding[] {
  const findings = found.map(({ code, targets, values = {} }): Finding => {
    const { severity, audience = 'everyone' } = kinds[code];
    return {
      id: [templateId, code, ...targets.map(keyOfTarget)].join(' '),
      templateId,
      code,
      severity,
      audience,
      sentence: say(`finding.${code}`, values),
      advice: say(`finding.${code}.advice`, values),
      targets,
    };
  });
  return findings.toSorted(bySeverity);
}

/** Sorts findings, the gravest first. */
export function bySeverity(one: Pick<Finding, 'severity'>, other: Pick<Finding, 'severity'>): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity);
}

/** Every finding there can be, with its texts. */
export function findingTextsOf<Code extends string>(
  kinds: FindingKinds<Code>,
  say: SayFinding<Code>,
): FindingText[] {
  return (Object.keys(kinds) as Code[]).map((code) => {
    const { severity } = kinds[code];
    return { code, severity, sentence: say(`finding.${code}`), advice: say(`finding.${code}.advice`) };
  });
}
