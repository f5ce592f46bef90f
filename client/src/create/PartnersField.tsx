import { limits } from '@common-ground/protocol';
import { CloseButton, Popover, TextInput, UnstyledButton } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourChoice } from '../partners/ColourChoice.tsx';
import { PartnerMark } from '../partners/PartnerMark.tsx';
import {
  addPartners,
  recolourPartner,
  removePartner,
  type DraftPartner,
  type PartnerFault,
} from './partnerList.ts';
import classes from './PartnersField.module.css';

/** Names become chips with colour and initials at once; a pasted list becomes one chip a line. */
export function PartnersField({
  partners,
  draft,
  hint,
  error,
  onChange,
  onDraft,
}: {
  partners: readonly DraftPartner[];
  /** What is typed and not a partner yet. */
  draft: string;
  hint: string;
  error: string | null;
  onChange: (partners: readonly DraftPartner[]) => void;
  onDraft: (draft: string) => void;
}) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<PartnerFault | null>(null);
  const isFull = partners.length >= limits.maxPartners;

  const add = (text: string) => {
    const added = addPartners(partners, text);
    onChange(added.partners);
    setFault(added.fault);
    onDraft('');
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',' || event.key === ';') && draft.trim() !== '') {
      event.preventDefault();
      add(draft);
    }
    const last = partners.at(-1);
    if (event.key === 'Backspace' && draft === '' && last !== undefined) {
      onChange(removePartner(partners, last.name));
    }
  };

  const handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\n\r\t,;]/u.test(text)) return;
    event.preventDefault();
    add(`${draft}${text}`);
  };

  return (
    <div>
      <TextInput
        label={t('create.partners')}
        description={hint}
        placeholder={
          isFull ? t('create.partnersFull', { max: limits.maxPartners }) : t('create.partnerPlaceholder')
        }
        value={draft}
        disabled={isFull}
        maxLength={limits.maxNameLength}
        autoComplete="off"
        enterKeyHint="enter"
        dir="auto"
        error={error ?? faultText(fault, t)}
        onChange={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
        onBlur={() => draft.trim() !== '' && add(draft)}
      />
      {partners.length > 0 && (
        <ul className={classes.chips}>
          {partners.map((partner) => (
            <Chip
              key={partner.name}
              partner={partner}
              others={partners.filter(({ name }) => name !== partner.name)}
              onRemove={() => onChange(removePartner(partners, partner.name))}
              onColour={(colour) => onChange(recolourPartner(partners, partner.name, colour))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function Chip({
  partner: { name, colour },
  others,
  onRemove,
  onColour,
}: {
  partner: DraftPartner;
  others: readonly DraftPartner[];
  onRemove: () => void;
  onColour: (colour: DraftPartner['colour']) => void;
}) {
  const { t } = useTranslation();
  return (
    <li className={classes.chip}>
      <Popover position="bottom-start" trapFocus shadow="md">
        <Popover.Target>
          <UnstyledButton
            className={classes.mark}
            title={t('create.partnerColour', { name })}
            aria-label={t('create.partnerColour', { name })}
          >
            <PartnerMark name={name} colour={colour} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <ColourChoice name={name} value={colour} others={others} canSwap onChange={onColour} />
        </Popover.Dropdown>
      </Popover>
      <span className={classes.name} dir="auto">
        {name}
      </span>
      <CloseButton size="sm" aria-label={t('create.partnerRemove', { name })} onClick={onRemove} />
    </li>
  );
}

function faultText(fault: PartnerFault | null, t: TFunction): string | null {
  if (fault === null) return null;
  if (fault.kind === 'twice') return t('create.partnerTwice', { name: fault.name });
  return t('create.partnersFull', { max: limits.maxPartners });
}
