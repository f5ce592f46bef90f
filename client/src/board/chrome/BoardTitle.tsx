import { limits } from '@common-ground/protocol';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './BoardTitle.module.css';

/** The board's title; who may rename it presses it and writes in its place. */
export function BoardTitle({
  title,
  onRename,
}: {
  title: string;
  /** Null when this person may not rename the board. */
  onRename: ((title: string) => void) | null;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);

  const keep = () => {
    const wanted = draft?.trim() ?? '';
    if (wanted !== '' && wanted !== title) onRename?.(wanted);
    setDraft(null);
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setDraft(null);
  };

  if (onRename === null) {
    return (
      <h1 className={classes.title} title={title} dir="auto">
        {title}
      </h1>
    );
  }
  if (draft === null) {
    return (
      <h1 className={classes.heading}>
        <button
          type="button"
          className={classes.title}
          title={t('board.rename')}
          dir="auto"
          onClick={() => setDraft(title)}
        >
          {title}
        </button>
      </h1>
    );
  }
  return (
    <input
      ref={selectAll}
      className={classes.input}
      value={draft}
      maxLength={limits.maxTitleLength}
      aria-label={t('board.renameHint')}
      dir="auto"
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={handleKeyDown}
      onBlur={keep}
    />
  );
}

/** One function for all renders, so that React calls it once, when the field appears. */
function selectAll(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
