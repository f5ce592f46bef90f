import { exhaustive } from '@common-ground/protocol';
import type { StepMode } from '@common-ground/workshop';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';

/** What a way of working needs to know: names, dots, questions, signers. */
export function ModeFields({ mode, onMode }: { mode: StepMode; onMode: (mode: StepMode) => void }) {
  switch (mode.kind) {
    case 'private':
      return <PrivateFields mode={mode} onMode={onMode} />;
    case 'vote':
      return <VoteFields mode={mode} onMode={onMode} />;
    case 'check':
      return <CheckFields mode={mode} onMode={onMode} />;
    case 'commit':
      return <CommitFields mode={mode} onMode={onMode} />;
    case 'discuss':
      return <DiscussFields mode={mode} onMode={onMode} />;
    case 'open':
    case 'group':
    case 'decide':
      return null;
    default:
      return exhaustive(mode);
  }
}

interface FieldsOf<K extends StepMode['kind']> {
  readonly mode: Extract<StepMode, { kind: K }>;
  readonly onMode: (mode: StepMode) => void;
}

function PrivateFields({ mode, onMode }: FieldsOf<'private'>) {
  const { t } = useTranslation();
  // A view of a widget is always its partner's: there is nothing to choose.
  if (mode.into === 'widget') return null;
  return (
    <div className={parts.fields}>
      <NativeSelect
        label={t('workshop.agendaEdit.reveal')}
        value={mode.reveal}
        data={[
          { value: 'named', label: t('workshop.agendaEdit.named') },
          { value: 'anonymous', label: t('workshop.agendaEdit.anonymous') },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onMode({ ...mode, reveal: value === 'named' ? 'named' : 'anonymous' })
        }
      />
      <NativeSelect
        label={t('workshop.agendaEdit.scope')}
        value={mode.scope}
        data={[
          { value: 'own', label: t('workshop.agendaEdit.own') },
          { value: 'partner', label: t('workshop.agendaEdit.partner') },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onMode({ ...mode, scope: value === 'partner' ? 'partner' : 'own' })
        }
      />
    </div>
  );
}

function VoteFields({ mode, onMode }: FieldsOf<'vote'>) {
  const { t } = useTranslation();
  return (
    <div className={parts.fields}>
      <NumberField
        label={t('workshop.agendaEdit.dots')}
        value={mode.dots}
        onValue={(dots) => onMode({ ...mode, dots })}
      />
      <NumberField
        label={t('workshop.agendaEdit.maxPerItem')}
        value={mode.maxPerItem}
        onValue={(maxPerItem) => onMode({ ...mode, maxPerItem })}
      />
      <NativeSelect
        label={t('workshop.agendaEdit.weight')}
        value={mode.weight}
        data={[
          { value: 'person', label: t('workshop.agendaEdit.person') },
          { value: 'partner', label: t('workshop.agendaEdit.weightPartner') },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onMode({ ...mode, weight: value === 'partner' ? 'partner' : 'person' })
        }
      />
      <PrivacyField mode={mode} onMode={onMode} />
    </div>
  );
}

function CheckFields({ mode, onMode }: FieldsOf<'check'>) {
  const { t } = useTranslation();
  return (
    <>
      {mode.questions.map(({ key, text }) => (
        <TextInput
          key={key}
          label={t('workshop.agendaEdit.question')}
          required
          dir="auto"
          value={text}
          onChange={({ currentTarget: { value } }) =>
            onMode({
              ...mode,
              questions: mode.questions.map((one) => (one.key === key ? { key, text: value } : one)),
            })
          }
        />
      ))}
      <PrivacyField mode={mode} onMode={onMode} />
    </>
  );
}

function PrivacyField({ mode, onMode }: FieldsOf<'vote' | 'check'>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('workshop.agendaEdit.privacy')}
      value={mode.privacy}
      data={[
        { value: 'by-partner', label: t('workshop.agendaEdit.byPartner') },
        { value: 'anonymous', label: t('workshop.agendaEdit.anonymous') },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onMode({ ...mode, privacy: value === 'anonymous' ? 'anonymous' : 'by-partner' })
      }
    />
  );
}

function CommitFields({ mode, onMode }: FieldsOf<'commit'>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('workshop.agendaEdit.signers')}
      value={mode.signers}
      data={[
        { value: 'partner', label: t('workshop.agendaEdit.weightPartner') },
        { value: 'person', label: t('workshop.agendaEdit.person') },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onMode({ ...mode, signers: value === 'person' ? 'person' : 'partner' })
      }
    />
  );
}

function DiscussFields({ mode, onMode }: FieldsOf<'discuss'>) {
  const { t } = useTranslation();
  return (
    <NumberField
      label={t('workshop.agendaEdit.topicMinutes')}
      value={mode.topicMinutes ?? 0}
      min={0}
      onValue={(minutes) => onMode({ ...mode, topicMinutes: minutes === 0 ? null : minutes })}
    />
  );
}

function NumberField({
  label,
  value,
  min = 1,
  onValue,
}: {
  label: string;
  value: number;
  min?: number;
  onValue: (value: number) => void;
}) {
  return (
    <TextInput
      label={label}
      type="number"
      min={min}
      max={50}
      value={value}
      onChange={({ currentTarget }) =>
        onValue(Math.min(50, Math.max(min, currentTarget.valueAsNumber || min)))
      }
    />
  );
}
