import { happeningKinds, type HappeningKind } from '@common-ground/protocol';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Informed.module.css';

/** Asks for an address and what it is to be told. */
export function WebhookForm({
  onAdd,
  onClose,
}: {
  onAdd: (url: string, kinds: readonly HappeningKind[]) => Promise<boolean>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState<readonly string[]>(happeningKinds);
  const [isSending, setSending] = useState(false);
  const chosen = happeningKinds.filter((kind) => kinds.includes(kind));

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const isAdded = await onAdd(url.trim(), chosen);
    setSending(false);
    if (isAdded) onClose();
  };

  return (
    <form className={classes.form} onSubmit={(event) => void handleSubmit(event)}>
      <TextInput
        label={t('informed.address')}
        description={t('informed.addressHint')}
        type="url"
        dir="ltr"
        placeholder="https://"
        value={url}
        required
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Checkbox.Group label={t('informed.kinds')} value={[...kinds]} onChange={setKinds}>
        <div className={classes.kinds}>
          {happeningKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`informed.kind.${kind}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.row}>
        <Button type="submit" loading={isSending} disabled={url.trim() === '' || chosen.length === 0}>
          {t('informed.addNow')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('informed.cancel')}
        </Button>
      </div>
    </form>
  );
}
