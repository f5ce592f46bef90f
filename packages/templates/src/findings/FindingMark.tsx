import './findingMark.css';
import type { Finding, Severity } from './Finding.ts';
import { findingIds } from './marks.ts';

/** Each severity has a form of its own, so that colour is never all there is. */
const pictures: Readonly<Record<Severity, { readonly frame: string; readonly sign: string }>> = {
  error: { frame: 'M8 1h8l7 7v8l-7 7H8l-7-7V8z', sign: 'M12 6v7M12 17v.5' },
  warning: { frame: 'M12 2 23 22H1z', sign: 'M12 9v6M12 18.5v.5' },
  insight: { frame: 'M12 1a11 11 0 1 0 0 22 11 11 0 1 0 0-22z', sign: 'M12 11v6M12 6.5v.5' },
};

/** The sign of a severity, as large as the text it stands in. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const { frame, sign } = pictures[severity];
  return (
    <svg className="cg-severity" data-severity={severity} viewBox="0 0 24 24" aria-hidden>
      <path className="cg-severity-frame" d={frame} />
      <path className="cg-severity-sign" d={sign} />
    </svg>
  );
}

/**
 * A mark where findings stand: the sign of the gravest. It says nothing to a screen reader, whatever it stands at does
 * (`spokenFindings`); the board tells of it beside everything that has `data-findings` when it is pointed at or has the focus.
 */
export function FindingMark({ findings }: { readonly findings: readonly Finding[] }) {
  const [gravest] = findings;
  if (gravest === undefined) return null;
  return (
    <span className="cg-finding-mark" data-findings={findingIds(findings)} aria-hidden>
      <SeverityIcon severity={gravest.severity} />
      {findings.length > 1 && <span className="cg-finding-count">{findings.length}</span>}
    </span>
  );
}
