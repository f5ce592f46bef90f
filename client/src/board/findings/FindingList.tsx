import { severityWord, type Finding } from '@common-ground/templates';
import { SeverityIcon } from '@common-ground/templates/client';
import { useTranslation } from 'react-i18next';
import classes from './FindingList.module.css';

/** What the rules of the templates found, the gravest first; each goes where the trouble is. */
export function FindingList({
  findings,
  onGo,
}: {
  findings: readonly Finding[];
  onGo: (finding: Finding) => void;
}) {
  const { t } = useTranslation();
  return (
    <section className={classes.findings} aria-label={t('findings.title')}>
      <h3>{t('findings.title')}</h3>
      {findings.length === 0 && <p className={classes.none}>{t('findings.none')}</p>}
      <ul className={classes.list}>
        {findings.map((finding) => (
          <li key={finding.id}>
            <FindingButton finding={finding} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingButton({ finding, onGo }: { finding: Finding; onGo: (finding: Finding) => void }) {
  const { i18n } = useTranslation();
  return (
    <button type="button" className={classes.finding} onClick={() => onGo(finding)}>
      <SeverityIcon severity={finding.severity} />
      <span dir="auto">
        <strong>{severityWord(finding.severity, i18n.language)}</strong> {finding.sentence}
        {finding.advice !== '' && <span className={classes.advice}>{finding.advice}</span>}
      </span>
    </button>
  );
}
