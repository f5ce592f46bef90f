import { mayEdit, type Role } from '@common-ground/protocol';
import type { MechanicView } from '@common-ground/workshop';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { FieldOnBlur } from './FieldOnBlur.tsx';

type Proposal = MechanicView<'consent'>['proposals'][number];

/** Wordings that become decisions when nobody has a reasoned objection. */
export function ProposalList() {
  const { t } = useTranslation();
  const view = useWorkshopView();
  const give = useGive();
  const [text, setText] = useState('');
  if (view === null) return null;
  const open = view.consent.proposals.filter(({ status }) => status === 'open');
  const mayPropose = mayEdit(view.you.role) && view.agenda.phase === 'running';
  if (open.length === 0 && !mayPropose) return null;
  return (
    <section className={parts.section} aria-labelledby="proposals-title">
      <h3 id="proposals-title">{t('workshop.results.proposals')}</h3>
      <ul className={parts.list}>
        {open.map((proposal) => (
          <li key={proposal.proposalId}>
            <ProposalCard proposal={proposal} role={view.you.role} />
          </li>
        ))}
      </ul>
      {mayPropose && (
        <form
          className={parts.row}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '') return;
            void give({ type: 'consent.propose', proposalId: null, version: 0, text });
            setText('');
          }}
        >
          <Textarea
            label={t('workshop.results.propose')}
            flex={1}
            autosize
            minRows={1}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''} style={{ alignSelf: 'end' }}>
            {t('workshop.results.add')}
          </Button>
        </form>
      )}
    </section>
  );
}

function ProposalCard({ proposal, role }: { proposal: Proposal; role: Role }) {
  const { t } = useTranslation();
  const give = useGive();
  const { proposalId, version, text, answers, openCount } = proposal;
  const mayAnswer = mayEdit(role);
  return (
    <div className={parts.card}>
      <FieldOnBlur
        shown={text}
        onChange={(next) =>
          next === '' ? undefined : void give({ type: 'consent.propose', proposalId, version, text: next })
        }
      >
        {(field) => (
          <Textarea
            {...field}
            aria-label={t('workshop.results.propose')}
            autosize
            minRows={1}
            readOnly={!mayAnswer}
            dir="auto"
          />
        )}
      </FieldOnBlur>
      <Voices answers={answers} />
      <p className={`${parts.muted} ${parts.numbers}`}>
        {t('workshop.results.openVoices', { count: openCount })}
      </p>
      {mayAnswer && <ConsentButtons proposal={proposal} />}
      {role === 'facilitator' && <AdoptButtons proposal={proposal} />}
    </div>
  );
}

function Voices({ answers }: { answers: Proposal['answers'] }) {
  const { t } = useTranslation();
  const { partners, people } = useWorkshopTools();
  if (answers.length === 0) return null;
  return (
    <ul className={parts.list}>
      {answers.map(({ partnerId, participantId, consents, reason }) => {
        const partner = partners.find(({ id }) => id === partnerId)?.name;
        const name = isolate(partner ?? people.find(({ id }) => id === participantId)?.name ?? '');
        return (
          <li key={participantId} className={parts.muted}>
            {consents
              ? t('workshop.results.consented', { name })
              : t('workshop.results.objected', { name, reason: reason ?? '' })}
          </li>
        );
      })}
    </ul>
  );
}

function ConsentButtons({ proposal: { proposalId, version } }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const give = useGive();
  const [reason, setReason] = useState<string | null>(null);
  const answer = (consents: boolean, why: string | null) => {
    void give({ type: 'consent.answer', proposalId, version, consents, reason: why });
    setReason(null);
  };
  return (
    <>
      <div className={parts.row}>
        <Button size="xs" variant="default" onClick={() => answer(true, null)}>
          {t('workshop.results.consent')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={reason !== null}
          onClick={() => setReason(reason ?? '')}
        >
          {t('workshop.results.object')}
        </Button>
      </div>
      {reason !== null && (
        <form
          className={parts.row}
          onSubmit={(event) => {
            event.preventDefault();
            answer(false, reason.trim() || null);
          }}
        >
          <TextInput
            label={t('workshop.results.reason')}
            flex={1}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" style={{ alignSelf: 'end' }}>
            {t('workshop.results.send')}
          </Button>
        </form>
      )}
    </>
  );
}

function AdoptButtons({ proposal: { proposalId, version, openCount } }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const give = useGive();
  const [reason, setReason] = useState('');
  const needsReason = openCount > 0;
  return (
    <>
      {needsReason && (
        <TextInput
          size="xs"
          label={t('workshop.results.adoptReason')}
          dir="auto"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={parts.row}>
        <Button
          size="xs"
          variant="default"
          disabled={needsReason && reason.trim() === ''}
          onClick={() =>
            void give({ type: 'consent.adopt', proposalId, version, reason: reason.trim() || null })
          }
        >
          {t('workshop.results.adopt')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => void give({ type: 'consent.withdraw', proposalId })}
        >
          {t('workshop.results.withdrawProposal')}
        </Button>
      </div>
    </>
  );
}
