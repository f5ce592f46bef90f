import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../chrome/copyText.ts';
import classes from './Informed.module.css';

/** An address with what it is for, ready to be copied. */
export function AddressRow(props: { title: string; hint: string; address: string; label: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const Icon = copied === true ? IconCheck : IconCopy;
  const handleCopy = async () => setCopied(await copyText(props.address, field.current));
  return (
    <section className={classes.section} aria-label={props.title}>
      <h3>{props.title}</h3>
      <p className={classes.hint}>{props.hint}</p>
      <div className={classes.row}>
        <TextInput
          ref={field}
          className={classes.field ?? ''}
          aria-label={props.label}
          value={props.address}
          readOnly
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          variant="default"
          leftSection={<Icon size={16} aria-hidden="true" />}
          onClick={() => void handleCopy()}
          onBlur={() => setCopied(null)}
        >
          {copied === true ? t('share.copied') : t('share.copy')}
        </Button>
      </div>
      <output className={classes.feedback}>{copied === false ? t('share.copyFailed') : ''}</output>
    </section>
  );
}
