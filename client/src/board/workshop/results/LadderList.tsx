import type { MechanicView } from '@common-ground/workshop';
import { Button, CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { useGive } from '../WorkshopContext.tsx';

type Escalation = MechanicView<'escalation'>;

const dayMs = 86_400_000;

/** The levels of the ladder with who decides and within how long; the present one with the time it has left. */
export function LadderList({
  escalation: { currentLevel, levels, records },
  now,
  mayChange,
}: {
  escalation: Escalation;
  /** Server time, ms. */
  now: number;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const dueAt = records.at(-1)?.dueAt ?? now;
  const left = Math.ceil((dueAt - now) / dayMs);
  if (isEditing) return <LadderForm levels={levels} onClose={() => setEditing(false)} />;
  return (
    <>
      <ol className={parts.list}>
        {levels.map(({ title, days }, level) => (
          <li
            key={level}
            className={parts.heading}
            aria-current={level === currentLevel ? 'step' : undefined}
          >
            <span dir="auto">
              {level + 1} {title}
            </span>
            <span className={`${parts.muted} ${parts.numbers}`}>
              {level !== currentLevel
                ? t('workshop.results.levelDays', { count: days })
                : left >= 0
                  ? t('workshop.results.daysLeft', { count: left })
                  : t('workshop.results.daysOver', { count: -left })}
            </span>
          </li>
        ))}
      </ol>
      {mayChange && currentLevel === null && (
        <button type="button" className="cg-link" onClick={() => setEditing(true)}>
          {t('workshop.results.changeLadder')}
        </button>
      )}
    </>
  );
}

function LadderForm({ levels, onClose }: { levels: Escalation['levels']; onClose: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const [rows, setRows] = useState(() => levels.map(({ title, days }) => ({ title, days: String(days) })));
  const isWhole =
    rows.length > 0 && rows.every(({ title, days }) => title.trim() !== '' && Number(days) >= 1);
  const change = (at: number, part: { title?: string; days?: string }) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const save = async () => {
    const next = rows.map(({ title, days }) => ({ title, days: Number(days) }));
    const answer = await give({ type: 'escalation.setLadder', levels: next });
    // What was refused stays in the form.
    if (answer.ok) onClose();
  };
  return (
    <form
      className={parts.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) void save();
      }}
    >
      {rows.map(({ days, title }, at) => (
        <div key={at} className={parts.row} style={{ flexWrap: 'nowrap', alignItems: 'end' }}>
          <TextInput
            label={t('workshop.results.levelTitle', { number: at + 1 })}
            flex={1}
            dir="auto"
            value={title}
            onChange={(event) => change(at, { title: event.currentTarget.value })}
          />
          <TextInput
            label={t('workshop.results.levelWithin')}
            type="number"
            min={1}
            max={365}
            w={72}
            value={days}
            onChange={(event) => change(at, { days: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={t('workshop.results.removeNamed', { text: title })}
            onClick={() => setRows(rows.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div className={parts.row}>
        <Button size="xs" variant="default" onClick={() => setRows([...rows, { title: '', days: '5' }])}>
          {t('workshop.results.addLevel')}
        </Button>
        <Button type="submit" size="xs" variant="default" disabled={!isWhole}>
          {t('workshop.results.save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('workshop.results.cancel')}
        </Button>
      </div>
    </form>
  );
}
