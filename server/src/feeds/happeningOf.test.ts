import type { WorkshopEvent } from '@common-ground/workshop';
import { expect, it } from 'vitest';
import { happeningOf } from './happeningOf.ts';

type Revealed = Extract<WorkshopEvent, { type: 'drafts.revealed' }>;

const idle = { agenda: { phase: 'idle' } } as unknown as Parameters<typeof happeningOf>[1];
const note = { noteId: 'n', sectionKey: 'start', text: 'Tea', authorId: null, partnerId: null };
const revealed = { v: 1, at: 1, by: 'fay', type: 'drafts.revealed', stepKey: 's', notes: [note], into: null };

it('tells of revealed notes', () => {
  expect(happeningOf(revealed as unknown as Revealed, idle)).toEqual({
    kind: 'notes-added',
    count: 1,
    notes: [{ text: 'Tea', section: null }],
  });
});

it('tells nothing of revealed views of a widget, whose text is for programs', () => {
  expect(happeningOf({ ...revealed, into: 'widget' } as unknown as Revealed, idle)).toBeNull();
});
