import { mayEdit } from '@common-ground/protocol';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TargetMark } from '../../findings/TargetMark.tsx';
import parts from '../parts.module.css';
import { Warning } from '../Warning.tsx';
import { LadderList } from './LadderList.tsx';
import { useGive, useWorkshopView } from '../WorkshopContext.tsx';

/** Where a matter goes that the group cannot settle: who decides now, until when, and the way on. */
export function EscalationSection() {
  const { t, i18n } = useTranslation();
  const view = useWorkshopView();
  const [form, setForm] = useState<'escalate' | 'settle' | null>(null);
  if (view === null) return null;
  const { levels, currentLevel, records, settlement, isOverdue } = view.escalation;
  const next = levels[currentLevel === null ? 0 : currentLevel + 1];
  const mayAct = mayEdit(view.you.role);
  const day = (at: number) => new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(at);
  return (
    <section className={parts.section} aria-labelledby="escalation-title">
      <h3 id="escalation-title">
        {t('workshop.results.escalateTitle')} <TargetMark target={{ kind: 'escalation' }} />
      </h3>
      <LadderList
        escalation={view.escalation}
        now={view.serverTime}
        mayChange={view.you.role === 'facilitator'}
      />
      <ol className={parts.list}>
        {records.map(({ level, title, why, settled, open, dueAt, at }) => (
          <li key={at} className={parts.card} data-tone={level === currentLevel ? 'accent' : undefined}>
            <strong>{t('workshop.results.level', { title, day: day(dueAt) })}</strong>
            <p className={parts.text}>{why}</p>
            {settled !== '' && <Fact label={t('workshop.results.settledSoFar')} text={settled} />}
            {open !== '' && <Fact label={t('workshop.results.stillOpen')} text={open} />}
          </li>
        ))}
      </ol>
      {isOverdue && <Warning>{t('workshop.results.overdue')}</Warning>}
      {settlement !== null && (
        <p className={parts.text}>{t('workshop.results.settlement', { note: settlement.note })}</p>
      )}
      {mayAct && form === null && (
        <div className={parts.row}>
          {next !== undefined && (
            <Button size="xs" variant="default" onClick={() => setForm('escalate')}>
              {t('workshop.results.escalate', { level: next.title })}
            </Button>
          )}
          {currentLevel !== null && (
            <Button size="xs" variant="default" onClick={() => setForm('settle')}>
              {t('workshop.results.settle')}
            </Button>
          )}
        </div>
      )}
      {form === 'escalate' && <EscalateForm currentLevel={currentLevel} onClose={() => setForm(null)} />}
      {form === 'settle' && currentLevel !== null && (
        <SettleForm currentLevel={currentLevel} onClose={() => setForm(null)} />
      )}
    </section>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <p className={parts.text}>
      <span className={parts.muted}>{label}: </span>
      {text}
    </p>
  );
}

function EscalateForm({ currentLevel, onClose }: { currentLevel: number | null; onClose: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const [why, setWhy] = useState('');
  const [settled, setSettled] = useState('');
  const [open, setOpen] = useState('');
  const send = async () => {
    const answer = await give({
      type: 'escalation.escalate',
      expectedLevel: currentLevel,
      why,
      settled,
      open,
    });
    if (answer.ok) onClose();
  };
  return (
    <div className={parts.card}>
      <Field label={t('workshop.results.why')} text={why} onText={setWhy} />
      <Field label={t('workshop.results.settledSoFar')} text={settled} onText={setSettled} />
      <Field label={t('workshop.results.stillOpen')} text={open} onText={setOpen} />
      <FormButtons isWhole={why.trim() !== ''} onSend={() => void send()} onClose={onClose} />
    </div>
  );
}

function SettleForm({ currentLevel, onClose }: { currentLevel: number; onClose: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const [note, setNote] = useState('');
  const send = async () => {
    const answer = await give({ type: 'escalation.settle', expectedLevel: currentLevel, note });
    if (answer.ok) onClose();
  };
  return (
    <div className={parts.card}>
      <Field label={t('workshop.results.settleNote')} text={note} onText={setNote} />
      <FormButtons isWhole={note.trim() !== ''} onSend={() => void send()} onClose={onClose} />
    </div>
  );
}

function Field({ label, text, onText }: { label: string; text: string; onText: (text: string) => void }) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      dir="auto"
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}

function FormButtons({
  isWhole,
  onSend,
  onClose,
}: {
  isWhole: boolean;
  onSend: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={parts.row}>
      <Button variant="default" disabled={!isWhole} onClick={onSend}>
        {t('workshop.results.send')}
      </Button>
      <Button variant="subtle" onClick={onClose}>
        {t('workshop.results.cancel')}
      </Button>
    </div>
  );
}
