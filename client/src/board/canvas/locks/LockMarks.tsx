import { VisuallyHidden } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useValue, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { Mark, MarkLayer } from '../marks/MarkLayer.tsx';
import classes from './LockMarks.module.css';
import { isLockedByHand, setLocked } from './shapeLocks.ts';

/** A lock on everything a facilitator has locked; facilitators free it there. */
export function LockMarks({ editor, mayLock }: { editor: Editor; mayLock: boolean }) {
  // One text, so that a change of anything else on the page paints nothing here.
  const locked = useValue(
    'shapes locked by hand',
    () =>
      editor
        .getCurrentPageShapes()
        .filter(isLockedByHand)
        .map(({ id }) => id)
        .join(' '),
    [editor],
  );
  if (locked === '') return null;
  const ids = locked.split(' ') as TLShapeId[];
  return (
    <MarkLayer editor={editor}>
      {ids.map((id) => (
        <Mark key={id} editor={editor} shapeId={id} at="corner">
          {mayLock ? <UnlockButton onUnlock={() => setLocked(editor, [id], null)} /> : <Lock />}
        </Mark>
      ))}
    </MarkLayer>
  );
}

function UnlockButton({ onUnlock }: { onUnlock: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.lock}
      aria-label={t('locks.unlock')}
      title={t('locks.unlockHint')}
      onClick={onUnlock}
    >
      <IconLock size={14} stroke={2} aria-hidden="true" />
    </button>
  );
}

function Lock() {
  const { t } = useTranslation();
  return (
    <span className={classes.lock} title={t('locks.locked')}>
      <IconLock size={14} stroke={2} aria-hidden="true" />
      <VisuallyHidden>{t('locks.locked')}</VisuallyHidden>
    </span>
  );
}
