import { editBetween, type TextEdit } from '@common-ground/board';

/** A field of plain text in the page. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Makes a field say something else; caret and selection stay with the characters they stand at. */
export function replaceInField(field: TextField, text: string): void {
  const edit = editBetween(field.value, text);
  const start = movedIndex(field.selectionStart ?? text.length, edit);
  const end = movedIndex(field.selectionEnd ?? text.length, edit);
  const { selectionDirection } = field;
  field.value = text;
  field.setSelectionRange(start, end, selectionDirection ?? 'none');
}

/** Where an index of a text is after an edit of the text. */
export function movedIndex(index: number, edit: TextEdit): number {
  if (index <= edit.index) return index;
  const behind = edit.index + edit.insert.length;
  return index < edit.index + edit.remove ? behind : index + edit.insert.length - edit.remove;
}
