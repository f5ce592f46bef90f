import { mayEdit as mayRoleEdit } from '@common-ground/protocol';
import type { MechanicView } from '@common-ground/workshop';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { TargetMark } from '../../findings/TargetMark.tsx';
import parts from '../parts.module.css';
import { Warning } from '../Warning.tsx';
import { useSectionNotes } from '../useSectionNotes.ts';
import { useGive, usePartner, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';

type Agreement = MechanicView<'signatures'>['agreements'][number];

/** Agreements to read and sign; changing the text of one voids its signatures, and says so. */
export function SignPart({
  signers,
  sectionKeys = noKeys,
  title = '',
}: {
  signers: Agreement['signers'];
  /** Sections whose notes are what is signed. */
  sectionKeys?: readonly string[] | undefined;
  /** What a new agreement is called at first. */
  title?: string;
}) {
  const { t } = useTranslation();
  const view = useWorkshopView();
  const [isAdding, setAdding] = useState(false);
  const { editor } = useWorkshopTools();
  const notes = useSectionNotes(editor, sectionKeys);
  if (view === null) return null;
  const { agreements } = view.signatures;
  const mayEdit = mayRoleEdit(view.you.role);
  return (
    <section className={parts.section} aria-labelledby="agreements-title">
      <h3 id="agreements-title">{t('workshop.results.agreements')}</h3>
      {agreements.length === 0 && <p className={parts.muted}>{t('workshop.results.none')}</p>}
      <ul className={parts.list}>
        {agreements.map((agreement) => (
          <li key={agreement.agreementId}>
            <AgreementCard agreement={agreement} mayEdit={mayEdit} />
          </li>
        ))}
      </ul>
      {isAdding && (
        <AgreementForm
          agreement={null}
          first={{ title, text: notes.map(({ label }) => label).join('\n') }}
          signers={signers}
          onClose={() => setAdding(false)}
        />
      )}
      {mayEdit && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t(notes.length > 0 ? 'workshop.results.addFromBoard' : 'workshop.results.addAgreement')}
        </Button>
      )}
    </section>
  );
}

/** The same empty list each time, so that nothing is read anew for it. */
const noKeys: readonly string[] = [];

function AgreementCard({ agreement, mayEdit }: { agreement: Agreement; mayEdit: boolean }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <AgreementForm agreement={agreement} signers={agreement.signers} onClose={() => setEditing(false)} />
    );
  }
  return (
    <article className={parts.card}>
      <div className={parts.heading}>
        <h4 dir="auto" style={{ margin: 0 }}>
          {agreement.title}
        </h4>
        <TargetMark target={{ kind: 'agreement', agreementId: agreement.agreementId }} />
        {mayEdit && (
          <button type="button" className="cg-link" onClick={() => setEditing(true)}>
            {t('workshop.results.edit')}
          </button>
        )}
      </div>
      <p className={parts.text} dir="auto">
        {agreement.text}
      </p>
      {agreement.voidedCount > 0 && (
        <Warning>{t('workshop.results.voided', { count: agreement.voidedCount })}</Warning>
      )}
      <Signatures agreement={agreement} />
      {mayEdit && <SignButton agreement={agreement} />}
    </article>
  );
}

function Signatures({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const { partners, people } = useWorkshopTools();
  const partnerName = (id: string | null) => partners.find((partner) => partner.id === id)?.name;
  const personName = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  const signed = agreement.signatures.map(({ partnerId, participantId }) =>
    agreement.signers === 'partner'
      ? `${isolate(partnerName(partnerId) ?? '')} (${isolate(personName(participantId))})`
      : isolate(personName(participantId)),
  );
  const missing = [
    ...agreement.missingPartnerIds.map((id) => isolate(partnerName(id) ?? '')),
    ...agreement.missingParticipantIds.map((id) => isolate(personName(id))),
  ];
  return (
    <>
      {signed.length > 0 && (
        <p className={parts.text}>{t('workshop.results.signed', { names: signed.join(', ') })}</p>
      )}
      {missing.length > 0 && (
        <p className={parts.muted}>{t('workshop.results.missing', { names: missing.join(', ') })}</p>
      )}
      {agreement.isComplete && <p className={parts.text}>{t('workshop.results.complete')}</p>}
    </>
  );
}

function SignButton({
  agreement: { agreementId, version, signers, isSignedByYou },
}: {
  agreement: Agreement;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const partner = usePartner(useWorkshopView()?.you.partnerId ?? null);
  if (isSignedByYou) {
    return (
      <Button variant="subtle" onClick={() => void give({ type: 'signatures.withdraw', agreementId })}>
        {t('workshop.results.withdraw')}
      </Button>
    );
  }
  if (signers === 'partner' && partner === null) {
    return <p className={parts.muted}>{t('workshop.results.noPartnerSigns')}</p>;
  }
  return (
    <Button variant="default" onClick={() => void give({ type: 'signatures.sign', agreementId, version })}>
      {signers === 'partner' && partner !== null
        ? t('workshop.results.signFor', { partner: isolate(partner.name) })
        : t('workshop.results.sign')}
    </Button>
  );
}

function AgreementForm({
  agreement,
  first = { title: '', text: '' },
  signers,
  onClose,
}: {
  /** Null for a new one. */
  agreement: Agreement | null;
  /** What a new one says before somebody changes it. */
  first?: { readonly title: string; readonly text: string };
  signers: Agreement['signers'];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const [title, setTitle] = useState(agreement?.title ?? first.title);
  const [text, setText] = useState(agreement?.text ?? first.text);
  const isWhole = title.trim() !== '' && text.trim() !== '';
  const save = async () => {
    const { agreementId = null, version = 0 } = agreement ?? {};
    const answer = await give({
      type: 'signatures.putAgreement',
      agreementId,
      version,
      title,
      text,
      signers,
    });
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
      <TextInput
        label={t('workshop.results.agreementTitle')}
        dir="auto"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('workshop.results.agreementText')}
        autosize
        minRows={3}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={parts.row}>
        <Button type="submit" variant="default" disabled={!isWhole}>
          {t('workshop.results.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('workshop.results.cancel')}
        </Button>
      </div>
    </form>
  );
}
