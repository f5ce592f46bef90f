import { DefaultColorStyle, DefaultFontStyle, DefaultSizeStyle, react, type Editor } from '@tldraw/tldraw';
import type { CanvasColour } from '@common-ground/board';
import { sharedNoteColour, type ParticipantId, type PartnerColour } from '@common-ground/protocol';

/** Who writes on this board from this browser. */
export interface Author {
  readonly participantId: ParticipantId;
  /** The colour of the author's partner; null for a person of no partner, whose notes are yellow. */
  readonly colour: PartnerColour | null;
  /** Now, ms since 1970. */
  readonly now: () => number;
}

/**
 * Makes new things this person's: they carry who made them and when, and while the note tool is chosen the next
 * colour is the partner's, so that a note tells whose it is. Returns what takes it back.
 */
export function makeNotesOwn(editor: Editor, author: () => Author): () => void {
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans');
  editor.setStyleForNextShapes(DefaultSizeStyle, 'm');
  editor.getInitialMetaForShape = () => {
    const { participantId, now } = author();
    return { by: participantId, at: now() };
  };
  return react('note colour', () => {
    const isNoteTool = editor.getCurrentToolId() === 'note';
    editor.setStyleForNextShapes(DefaultColorStyle, isNoteTool ? noteColourOf(author()) : 'black');
  });
}

/** The colour of a note of this person's. */
export function noteColourOf({ colour }: Author): CanvasColour {
  return colour ?? sharedNoteColour;
}
