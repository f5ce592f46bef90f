import { limits } from '@common-ground/protocol';
import { Button, Textarea } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';
import { MentionList } from './MentionList.tsx';
import { fromField, toField } from './mentionText.ts';
import { useMentionSearch } from './useMentionSearch.ts';

/** Where somebody writes a comment: @ finds people, Ctrl or Cmd with Enter sends. */
export function CommentComposer({
  label,
  send,
  typingKey,
  initial = '',
  isFocused = false,
  onSend,
  onCancel = null,
}: {
  label: string;
  /** On the button. */
  send: string;
  /** Under which what is typed is kept until it is sent; null to keep nothing. */
  typingKey: string | null;
  /** The text to change, for a comment that is there already. */
  initial?: string;
  /** Whether the caret goes into the field when it appears. */
  isFocused?: boolean;
  onSend: (text: string) => void;
  onCancel?: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { desk, authors } = useComments();
  const people = [...authors.values()].filter(({ removed }) => !removed);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() =>
    toField(initial === '' && typingKey !== null ? desk.typing(typingKey) : initial, people),
  );
  const listId = useId();
  const search = useMentionSearch(text, people, field);
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);

  const write = (next: string) => {
    setText(next);
    if (typingKey !== null) desk.type(typingKey, fromField(next, people));
  };
  const submit = () => {
    if (isEmpty) return;
    onSend(fromField(text.trim(), people));
    write('');
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const picked = search.handleKey(event);
    if (picked !== null) write(picked);
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === 'Escape') onCancel?.();
  };

  return (
    <div className={classes.composer}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={limits.maxCommentLength}
        value={text}
        aria-controls={search.found.length > 0 ? listId : undefined}
        aria-activedescendant={search.activeId(listId)}
        onChange={(event) => write(event.currentTarget.value)}
        onSelect={search.handleCaret}
        onKeyDown={handleKeyDown}
      />
      <MentionList
        id={listId}
        people={search.found}
        active={search.active}
        onPick={(person) => write(search.pick(person))}
      />
      <div className={classes.composerFoot}>
        <span className={classes.hint}>{t('comments.hint')}</span>
        {onCancel !== null && (
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('comments.cancel')}
          </Button>
        )}
        <Button size="xs" disabled={isEmpty} onClick={submit}>
          {send}
        </Button>
      </div>
    </div>
  );
}
