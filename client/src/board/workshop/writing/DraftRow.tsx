import { Button, CloseButton, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { sentenceOfRefusal } from '../sentenceOfRefusal.ts';
import { Warning } from '../Warning.tsx';
import { useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import type { Told } from './KeptDraft.ts';
import type { OwnDraft } from './OwnDrafts.ts';
import type { WritableSection } from './useSections.ts';
import classes from './Writing.module.css';

/** One private note, to be changed where it stands. */
export function DraftRow({
  draft,
  number,
  sections,
  told: { scope, reveal },
  canWrite,
}: {
  draft: OwnDraft;
  number: number;
  sections: readonly WritableSection[];
  told: Told;
  canWrite: boolean;
}) {
  const { t } = useTranslation();
  const { drafts, people } = useWorkshopTools();
  const you = useWorkshopView()?.you.participantId;
  const [text, setText] = useTyped(draft.text);
  const { draftId } = draft;
  const author = draft.authorId === you ? null : people.find(({ id }) => id === draft.authorId);
  const handleBlur = () => {
    if (text.trim() === '') drafts.remove(draftId);
    else drafts.flush(draftId);
  };
  return (
    <div className={classes.draft} data-state={draft.state}>
      <div className={classes.draftLine}>
        <Textarea
          aria-label={t('workshop.writing.note', { number })}
          variant="unstyled"
          autosize
          minRows={1}
          dir="auto"
          readOnly={!canWrite}
          value={text}
          classNames={{ root: classes.draftText ?? '', input: classes.input ?? '' }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            drafts.edit(draftId, event.currentTarget.value);
          }}
          onBlur={handleBlur}
        />
        <CloseButton
          aria-label={t('workshop.writing.delete')}
          title={t('workshop.writing.delete')}
          onClick={() => drafts.remove(draftId)}
        />
      </div>
      <div className={parts.row}>
        {canWrite && sections.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('workshop.writing.move', { number })}
            value={draft.sectionKey}
            data={sections.map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(event) => drafts.move(draftId, event.currentTarget.value)}
          />
        )}
        {author !== undefined && author !== null && (
          <span className={parts.muted}>{t('workshop.writing.by', { name: author.name })}</span>
        )}
        {draft.state === 'kept' && <span className={parts.muted}>{t('workshop.writing.kept')}</span>}
      </div>
      {draft.refusal !== null && (
        <>
          <Warning>{sentenceOfRefusal(draft.refusal, t)}</Warning>
          {canWrite && (
            <Button size="xs" variant="default" onClick={() => drafts.retry(draftId, { scope, reveal })}>
              {t('workshop.writing.retry')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** What is typed stands as typed (the server trims it) until the note is changed from elsewhere. */
function useTyped(shown: string): [string, (text: string) => void] {
  const [text, setText] = useState(shown);
  useEffect(() => {
    setText((typed) => (typed.trim() === shown.trim() ? typed : shown));
  }, [shown]);
  return [text, setText];
}
