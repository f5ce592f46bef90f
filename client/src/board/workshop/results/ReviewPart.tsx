import { mayEdit } from '@common-ground/protocol';
import { isFromLastTime, runNow, type Action } from '@common-ground/workshop';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { useGive, usePartner, useWorkshopView } from '../WorkshopContext.tsx';

/** A step in which the group goes through what was agreed last time: done, still open, or dropped. */
export function ReviewPart() {
  const { t } = useTranslation();
  const view = useWorkshopView();
  if (view === null) return null;
  const run = runNow(view.agenda);
  const actions = view.outcomes.actions.filter((action) => isFromLastTime(action, run));
  if (actions.length === 0) return <p className={parts.muted}>{t('workshop.results.noLastTime')}</p>;
  return (
    <ul className={parts.list}>
      {actions.map((action) => (
        <li key={action.actionId}>
          <ReviewedAction action={action} mayChange={mayEdit(view.you.role)} />
        </li>
      ))}
    </ul>
  );
}

function ReviewedAction({ action, mayChange }: { action: Action; mayChange: boolean }) {
  const { t, i18n } = useTranslation();
  const give = useGive();
  const partner = usePartner(action.partnerId);
  const { actionId, due, owner, status, what } = action;
  const day = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(at));
  const facts = [owner, partner?.name ?? null, due === null ? null : day(due)].filter(
    (fact) => fact !== null,
  );
  return (
    <article className={parts.card} aria-label={t('workshop.results.action', { text: isolate(what) })}>
      <p className={parts.text} dir="auto">
        {what}
      </p>
      {facts.length > 0 && <p className={parts.muted}>{facts.map((fact) => isolate(fact)).join(' · ')}</p>}
      <SegmentedControl
        fullWidth
        aria-label={t('workshop.results.status')}
        disabled={!mayChange}
        value={status}
        data={(['done', 'open', 'dropped'] as const).map((value) => ({
          value,
          label: t(`workshop.results.review.${value}`),
        }))}
        onChange={(next) => void give({ type: 'outcomes.editAction', actionId, changes: { status: next } })}
      />
    </article>
  );
}
