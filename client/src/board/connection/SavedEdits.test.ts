import { describe, expect, test } from 'vitest';
import { SavedEdits } from './SavedEdits.ts';

describe('SavedEdits', () => {
  test('an edit is unsaved until the server says that its frame is on disk', () => {
    const edits = new SavedEdits();
    edits.opened();
    edits.edited();
    edits.frameSent(false);
    expect(edits.unsavedCount()).toBe(1);
    edits.framesSaved(1);
    expect(edits.unsavedCount()).toBe(0);
  });

  test('edits made offline stay unsaved until the answer that holds them is on disk', () => {
    const edits = new SavedEdits();
    edits.edited();
    edits.edited();
    edits.opened();
    expect(edits.unsavedCount()).toBe(2);
    edits.frameSent(true);
    expect(edits.unsavedCount()).toBe(1);
    edits.framesSaved(1);
    expect(edits.unsavedCount()).toBe(0);
  });

  test('a frame lost with its connection counts as unsaved until the next answer is on disk', () => {
    const edits = new SavedEdits();
    edits.opened();
    edits.frameSent(true);
    edits.frameSent(false);
    edits.framesSaved(1);
    edits.closed();
    expect(edits.unsavedCount()).toBe(1);
    edits.opened();
    expect(edits.unsavedCount()).toBe(1);
    edits.frameSent(true);
    edits.framesSaved(1);
    expect(edits.unsavedCount()).toBe(0);
  });

  test('a count from the server beyond what was sent saves nothing that comes later', () => {
    const edits = new SavedEdits();
    edits.opened();
    edits.frameSent(true);
    edits.framesSaved(99);
    edits.frameSent(false);
    expect(edits.unsavedCount()).toBe(1);
  });
});
