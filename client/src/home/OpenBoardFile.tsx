import { IconFileImport } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ApiError } from '../api/ApiError.ts';
import { FileField } from '../app/FileField.tsx';
import { useServices } from '../app/services.tsx';
import classes from './HomePage.module.css';

// The sentences for what can go wrong are loaded once something has.
const FormFailure = lazy(async () => ({ default: (await import('../app/FormFailure.tsx')).FormFailure }));

/** Makes a board of a file that somebody took along from another one, and leads to it as its facilitator. */
export function OpenBoardFile() {
  const { t } = useTranslation();
  const { fetch } = useServices();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const handleFile = async (file: File) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    // What reads the answer is loaded for those who bring a file.
    const { sendBoardFile } = await import('../api/boardFileApi.ts');
    const made = await sendBoardFile(fetch, file);
    setBusy(false);
    if (made.ok) {
      const { pathname, hash } = new URL(made.value.links.facilitator);
      void navigate(pathname + hash);
    } else setError(made.error);
  };
  return (
    <div className={classes.openFile}>
      <button
        type="button"
        className={classes.blank}
        title={t('home.openFileHint')}
        disabled={isBusy}
        onClick={() => field.current?.click()}
      >
        <IconFileImport size={18} stroke={1.8} aria-hidden="true" />
        {t(isBusy ? 'home.openingFile' : 'home.openFile')}
      </button>
      <FileField
        field={field}
        accept=".zip,application/zip"
        label={t('home.openFile')}
        onFile={(file) => void handleFile(file)}
      />
      {error !== null && (
        <Suspense fallback={null}>
          <FormFailure error={error} />
        </Suspense>
      )}
    </div>
  );
}
