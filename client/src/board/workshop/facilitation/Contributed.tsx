import type { ParticipantId } from '@common-ground/protocol';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import type { BoardPerson } from '../../chrome/model.ts';
import { contributorsSince } from './contributorsSince.ts';
import { Figure } from './Figure.tsx';

/** While a step is open to people who come in their own time: how many of them have made a note since it began, and who. */
export function Contributed({
  editor,
  since,
  expected,
}: {
  editor: Editor;
  /** When the step began, server time, ms. */
  since: number;
  /** Who may write. */
  expected: readonly BoardPerson[];
}) {
  const { t } = useTranslation();
  // As one text: a list would be another one at every change of the board.
  const ids = useValue(
    'contributors',
    () => {
      const notes = editor.store.query.records('shape', () => ({ type: { eq: 'note' as const } })).get();
      return [...contributorsSince(notes, since)].join(' ');
    },
    [editor, since],
  );
  const done = new Set(ids.split(' ') as ParticipantId[]);
  const have = expected.filter(({ id }) => done.has(id));
  const missing = expected.filter(({ id }) => !done.has(id));
  return (
    <Figure
      text={t('workshop.lead.contributedCount', { count: have.length, expected: expected.length })}
      hint={t('workshop.lead.contributed', { have: listed(have), missing: listed(missing) })}
    />
  );
}

function listed(people: readonly BoardPerson[]): string {
  return people.length === 0 ? '–' : people.map(({ name }) => isolate(name)).join(', ');
}
