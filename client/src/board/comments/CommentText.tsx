import { splitMentions } from '@common-ground/protocol';
import { isolate } from '../../texts/isolate.ts';
import classes from './comments.module.css';
import { useComments } from './CommentsContext.tsx';

/** The words of a comment, with the names of those it mentions. */
export function CommentText({ text }: { text: string }) {
  const { authors, me } = useComments();
  const parts = splitMentions(text);
  return (
    <span className={classes.text} dir="auto">
      {parts.map((part, index) => {
        if (part.kind === 'words') return part.words;
        const name = authors.get(part.participantId)?.name;
        if (name === undefined) return `@${part.participantId}`;
        return (
          <span
            // oxlint-disable-next-line react/no-array-index-key -- parts of a text have no other name than their place
            key={index}
            className={classes.mention}
            data-me={part.participantId === me || undefined}
          >
            @{isolate(name)}
          </span>
        );
      })}
    </span>
  );
}
