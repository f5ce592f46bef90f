import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/ApiError.ts';
import { problemOf } from '../errors/Problem.ts';
import { sentenceOf } from '../errors/problemPages.ts';
import classes from './FormFailure.module.css';

/** Why a form's call did not work, read out when it appears; nothing for null. */
export function FormFailure({ error }: { error: ApiError | null }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={classes.place}>
      {error !== null && (
        <p className={classes.failure}>
          <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
          <span>{sentenceOf(problemOf(error), t)}</span>
        </p>
      )}
    </div>
  );
}
