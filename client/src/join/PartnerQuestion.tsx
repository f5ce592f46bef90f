import type { TFunction } from 'i18next';
import { limits, type Partner } from '@common-ground/protocol';
import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourChoice } from '../partners/ColourChoice.tsx';
import { PartnerChip } from '../partners/PartnerChip.tsx';
import classes from './JoinPage.module.css';
import { otherAnswer, type PartnerAnswer } from './PartnerAnswer.ts';

/** "You are with": the board's partners as chips, none of them, or one more with its colour. */
export function PartnerQuestion({
  partners,
  answer,
  fault,
  onChange,
}: {
  partners: readonly Partner[];
  answer: PartnerAnswer;
  fault: 'missing' | 'twice' | null;
  onChange: (answer: PartnerAnswer) => void;
}) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className={classes.question}>
      <legend className={classes.legend}>{t('join.partner')}</legend>
      <div className={classes.chips}>
        {partners.map(({ id, name, colour }) => (
          <PartnerChip
            key={id}
            group={group}
            name={name}
            colour={colour}
            checked={answer.kind === 'listed' && answer.name === name}
            onChoose={() => onChange({ kind: 'listed', name })}
          />
        ))}
        <PartnerChip
          group={group}
          name={t('join.partnerNone')}
          checked={answer.kind === 'none'}
          onChoose={() => onChange({ kind: 'none' })}
        />
        {partners.length < limits.maxPartners && (
          <PartnerChip
            group={group}
            name={t('join.partnerOther')}
            icon={<IconPlus size={16} aria-hidden="true" />}
            checked={answer.kind === 'other'}
            onChoose={() => onChange(otherAnswer(partners))}
          />
        )}
      </div>
      {answer.kind === 'other' && (
        <div className={classes.other}>
          <TextInput
            label={t('join.partnerName')}
            value={answer.name}
            maxLength={limits.maxNameLength}
            autoComplete="organization"
            dir="auto"
            error={faultText(fault, answer.name, t)}
            onChange={(event) => onChange({ ...answer, name: event.currentTarget.value })}
          />
          <ColourChoice
            name={answer.name}
            value={answer.colour}
            others={partners}
            canSwap={false}
            onChange={(colour) => onChange({ ...answer, colour })}
          />
        </div>
      )}
    </fieldset>
  );
}

function faultText(fault: 'missing' | 'twice' | null, name: string, t: TFunction): string | null {
  if (fault === null) return null;
  return fault === 'missing' ? t('join.partnerNameMissing') : t('join.partnerTwice', { name: name.trim() });
}
