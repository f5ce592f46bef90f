import type { Finding, Severity } from '@common-ground/templates';
import { IconAlertTriangle, IconBulb, IconExclamationCircle, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FindingList.module.css';

const kinds = {
  error: { Icon: IconExclamationCircle, label: 'findings.error' },
  warning: { Icon: IconAlertTriangle, label: 'findings.warning' },
  insight: { Icon: IconBulb, label: 'findings.insight' },
} as const satisfies Record<Severity, { Icon: TablerIcon; label: string }>;
const order = Object.keys(kinds) as Severity[];

/** What the rules of the templates found, the gravest first; each goes where the trouble is. */
export function FindingList({
  findings,
  onGo,
}: {
  findings: readonly Finding[];
  onGo: (finding: Finding) => void;
}) {
  const { t } = useTranslation();
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <section className={classes.findings} aria-label={t('findings.title')}>
      <h3>{t('findings.title')}</h3>
      {sorted.length === 0 && <p className={classes.none}>{t('findings.none')}</p>}
      <ul className={classes.list}>
        {sorted.map((finding) => (
          <li key={finding.id}>
            <FindingButton finding={finding} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingButton({ finding, onGo }: { finding: Finding; onGo: (finding: Finding) => void }) {
  const { t } = useTranslation();
  const { Icon, label } = kinds[finding.severity];
  return (
    <button
      type="button"
      className={classes.finding}
      data-severity={finding.severity}
      onClick={() => onGo(finding)}
    >
      <Icon size={18} stroke={1.8} aria-label={t(label)} />
      <span dir="auto">
        {finding.sentence}
        {finding.advice !== '' && <span className={classes.advice}>{finding.advice}</span>}
      </span>
    </button>
  );
}
