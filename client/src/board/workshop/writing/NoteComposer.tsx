import { Button, Textarea } from '@mantine/core';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import type { Told } from './KeptDraft.ts';
import { linesOf } from './linesOf.ts';
import classes from './Writing.module.css';

/** The field for the next note: Enter adds it, a pasted list becomes notes at once. What is typed survives a reload. */
export function NoteComposer({
  stepKey,
  sectionKey,
  told: { scope, reveal },
}: {
  stepKey: string;
  sectionKey: string;
  told: Told;
}) {
  const { t } = useTranslation();
  const { drafts } = useWorkshopTools();
  const [text, setText] = useState(() => drafts.typing(stepKey));

  const type = (next: string) => {
    setText(next);
    drafts.type(stepKey, next);
  };
  const add = (texts: readonly string[]) => {
    if (texts.length > 0) drafts.add(stepKey, sectionKey, { scope, reveal }, texts);
  };
  const addTyped = () => {
    add(text.trim() === '' ? [] : [text.trim()]);
    type('');
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    addTyped();
  };
  const handlePaste = (event: ClipboardEvent) => {
    const lines = linesOf(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    // The canvas takes what is pasted anywhere on the page; what is private must never get there.
    event.stopPropagation();
    add(lines);
  };

  return (
    <div className={classes.composer}>
      <Textarea
        label={t('workshop.writing.new')}
        description={t('workshop.writing.pasteHint')}
        placeholder={t('workshop.writing.placeholder')}
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        value={text}
        classNames={{ input: classes.input ?? '' }}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={handleKey}
        onPaste={handlePaste}
      />
      <Button variant="default" disabled={text.trim() === ''} onClick={addTyped}>
        {t('workshop.writing.add')}
      </Button>
    </div>
  );
}
