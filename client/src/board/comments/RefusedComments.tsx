import type { CommentCommand } from '@common-ground/protocol';
import { Button } from '@mantine/core';
import { useValue } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../errors/problemPages.ts';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';

/** What of this person's the server did not take, with its words, so that none is lost. */
export function RefusedComments({ isShown }: { isShown: (command: CommentCommand) => boolean }) {
  const { t } = useTranslation();
  const { desk } = useComments();
  const { waiting } = useValue(desk.kept);
  return waiting.map((one) => {
    const { at, command, refusal } = one;
    if (refusal === null || !isShown(command)) return null;
    return (
      <div key={`${at}-${command.type}`} role="alert" className={classes.refused}>
        <p>{sentenceOf({ kind: 'refused', code: refusal }, t)}</p>
        {'text' in command && <blockquote dir="auto">{command.text}</blockquote>}
        <Button size="xs" variant="default" onClick={() => desk.settle(one, 'again')}>
          {t('comments.again')}
        </Button>{' '}
        <Button size="xs" variant="default" onClick={() => desk.settle(one, 'drop')}>
          {t('comments.drop')}
        </Button>
      </div>
    );
  });
}
