import type { Role } from '@common-ground/protocol';
import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconQrcode } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copyText.ts';
import { qrCodeOf } from './qrCode.ts';
import classes from './ShareDialog.module.css';

/** A link with what its bearer may do, ready to be copied or scanned. */
export function LinkRow({
  role,
  link,
  isMain,
  note = null,
  children,
}: {
  role: Role;
  link: string;
  /** The link that most people are sent. */
  isMain: boolean;
  note?: string | null;
  /** What can be done to the link, below it. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [isQrShown, setQrShown] = useState(false);
  const name = t(`roles.${role}`);

  const handleCopy = async () => setCopied(await copyText(link, field.current));

  return (
    <section
      className={classes.link}
      aria-label={t('share.link', { role: name })}
      data-main={isMain || undefined}
    >
      <div className={classes.head}>
        <h3>{name}</h3>
        <p>{t(`roles.${role}May`)}</p>
      </div>
      <div className={classes.row}>
        <TextInput
          ref={field}
          className={classes.field ?? ''}
          aria-label={t('share.link', { role: name })}
          value={link}
          readOnly
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          variant={isMain ? 'filled' : 'default'}
          data-autofocus={isMain || undefined}
          leftSection={
            copied === true ? (
              <IconCheck size={16} aria-hidden="true" />
            ) : (
              <IconCopy size={16} aria-hidden="true" />
            )
          }
          className={classes.copy ?? ''}
          onClick={() => void handleCopy()}
          onBlur={() => setCopied(null)}
        >
          {copied === true ? t('share.copied') : t('share.copy')}
        </Button>
        <button
          type="button"
          className="cg-icon-button"
          aria-label={t('share.qrFor', { role: name })}
          title={t(isQrShown ? 'share.qrHide' : 'share.qr')}
          aria-expanded={isQrShown}
          onClick={() => setQrShown(!isQrShown)}
        >
          <IconQrcode size={20} stroke={1.6} aria-hidden="true" />
        </button>
      </div>
      <output className={classes.feedback}>{copied === false ? t('share.copyFailed') : ''}</output>
      {note !== null && <p className={classes.note}>{note}</p>}
      {children}
      {isQrShown && <QrPicture link={link} label={t('share.qrFor', { role: name })} />}
    </section>
  );
}

function QrPicture({ link, label }: { link: string; label: string }) {
  const { size, path } = qrCodeOf(link);
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
