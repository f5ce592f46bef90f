import { mayEdit } from '@common-ground/protocol';
import type { MechanicView, WorkshopView } from '@common-ground/workshop';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';

type Restatement = MechanicView<'restatements'>['restatements'][number];

/** What each partner heard the others say, and whether they feel heard. */
export function RestatementList({ stepKey }: { stepKey: string }) {
  const { t } = useTranslation();
  const { partners } = useWorkshopTools();
  const view = useWorkshopView();
  if (view === null) return null;
  const { restatements, open } = view.restatements;
  const here = restatements.filter((one) => one.stepKey === stepKey);
  // Somebody waits for these: they stand before what is still to be written.
  const [asked, others] = [here.filter(isAskedOfYou), here.filter((one) => !isAskedOfYou(one))];
  const own = !mayEdit(view.you.role) ? null : view.you.partnerId;
  const toRestate = own === null ? [] : partners.filter(({ id }) => isAsked(view, own, id));
  return (
    <section className={parts.section} aria-labelledby="restate-title">
      <h3 id="restate-title">{t('workshop.restate.title')}</h3>
      <p className={parts.muted}>{t('workshop.restate.hint')}</p>
      <RestatementCards restatements={asked} />
      {toRestate.map(({ id, name }) => (
        <RestateForm key={id} stepKey={stepKey} ofPartnerId={id} name={name} />
      ))}
      <RestatementCards restatements={others} />
      {open.length > 0 && (
        <p className={`${parts.muted} ${parts.numbers}`}>
          {t('workshop.restate.open', { count: open.length })}
        </p>
      )}
    </section>
  );
}

function isAskedOfYou({ isYoursToAnswer, status }: Restatement): boolean {
  return isYoursToAnswer && status === 'waiting';
}

function RestatementCards({ restatements }: { restatements: readonly Restatement[] }) {
  if (restatements.length === 0) return null;
  return (
    <ul className={parts.list}>
      {restatements.map((restatement) => (
        <li key={restatement.restatementId}>
          <RestatementCard restatement={restatement} />
        </li>
      ))}
    </ul>
  );
}

/** Whether it is for this partner to say what it heard that one say. */
function isAsked({ restatements }: WorkshopView, own: string, of: string): boolean {
  return restatements.open.some(({ byPartnerId, ofPartnerId }) => byPartnerId === own && ofPartnerId === of);
}

function RestateForm({
  stepKey,
  ofPartnerId,
  name,
}: {
  stepKey: string;
  ofPartnerId: Restatement['ofPartnerId'];
  name: string;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const [text, setText] = useState('');
  const send = async () => {
    const answer = await give({ type: 'restatements.write', stepKey, ofPartnerId, text });
    if (answer.ok) setText('');
  };
  return (
    <form
      className={parts.list}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={t('workshop.restate.what', { partner: isolate(name) })}
        autosize
        minRows={2}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ''}>
        {t('workshop.restate.send')}
      </Button>
    </form>
  );
}

function RestatementCard({ restatement }: { restatement: Restatement }) {
  const { t } = useTranslation();
  const { partners } = useWorkshopTools();
  const { byPartnerId, ofPartnerId, text, status, missing } = restatement;
  const nameOf = (partnerId: string) => isolate(partners.find(({ id }) => id === partnerId)?.name ?? '');
  return (
    <div className={parts.card} data-tone={isAskedOfYou(restatement) ? 'accent' : undefined}>
      <strong>{t('workshop.restate.pair', { by: nameOf(byPartnerId), of: nameOf(ofPartnerId) })}</strong>
      <p className={parts.text} dir="auto">
        {text}
      </p>
      <p className={parts.muted}>{t(`workshop.restate.status.${status}`)}</p>
      {missing !== null && <p className={parts.text}>{t('workshop.restate.missingLabel', { missing })}</p>}
      {isAskedOfYou(restatement) && <HeardButtons restatement={restatement} />}
    </div>
  );
}

function HeardButtons({ restatement: { restatementId, version } }: { restatement: Restatement }) {
  const { t } = useTranslation();
  const give = useGive();
  const [missing, setMissing] = useState<string | null>(null);
  const answer = (heard: boolean) =>
    void give({
      type: 'restatements.answer',
      restatementId,
      version,
      heard,
      missing: heard ? null : missing?.trim() || null,
    });
  return (
    <>
      <div className={parts.row}>
        <Button size="xs" variant="default" onClick={() => answer(true)}>
          {t('workshop.restate.heard')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={missing !== null}
          onClick={() => setMissing(missing ?? '')}
        >
          {t('workshop.restate.notQuite')}
        </Button>
      </div>
      {missing !== null && (
        <form
          className={parts.row}
          onSubmit={(event) => {
            event.preventDefault();
            answer(false);
          }}
        >
          <TextInput
            label={t('workshop.restate.missing')}
            flex={1}
            dir="auto"
            value={missing}
            onChange={(event) => setMissing(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" style={{ alignSelf: 'end' }}>
            {t('workshop.results.send')}
          </Button>
        </form>
      )}
    </>
  );
}
