import { describe, expect, it } from 'vitest';
import type { TextStore } from '../../../session/TextStore.ts';
import { FakeServer } from '../testing/FakeServer.ts';
import { OwnDrafts } from './OwnDrafts.ts';

const told = { scope: 'own', reveal: 'anonymous' } as const;

function memoryStore(): TextStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => texts.set(key, text),
    remove: (key) => texts.delete(key),
  };
}

/** A writer whose pauses the test makes. */
function writer(server = new FakeServer(), store = memoryStore(), prefix = 'd') {
  const pauses: (() => void)[] = [];
  let count = 0;
  const drafts = new OwnDrafts({
    client: server.client,
    store,
    storeKey: 'drafts',
    newId: () => `${prefix}${(count += 1)}`,
    after: (_, call) => {
      pauses.push(call);
      return () => pauses.splice(pauses.indexOf(call), 1);
    },
  });
  drafts.start();
  const pause = () => {
    for (const call of pauses.splice(0)) call();
  };
  const texts = () => drafts.list.get().map(({ text, state }) => [text, state]);
  return { server, store, drafts, pause, texts };
}

describe('private writing', () => {
  it('shows a note at once and keeps it on this device until the server shows it', async () => {
    const { server, store, drafts, texts } = writer();
    drafts.add('gather', 'start', told, ['Meet monthly']);
    expect(texts()).toEqual([['Meet monthly', 'kept']]);
    expect(server.last).toEqual({
      type: 'drafts.write',
      stepKey: 'gather',
      sectionKey: 'start',
      told,
      drafts: [{ draftId: 'd1', text: 'Meet monthly' }],
    });
    await server.accepts();
    expect(texts()).toEqual([['Meet monthly', 'saved']]);
    server.showsDrafts({ draftId: 'd1', text: 'Meet monthly' });
    expect(texts()).toEqual([['Meet monthly', 'saved']]);
    expect(store.texts.size).toBe(0);
  });

  it('sends a note again after a reload, and takes “I have it already” for a yes', async () => {
    const first = writer();
    first.drafts.add('gather', 'start', told, ['Kept']);
    first.drafts.type('gather', 'half a th');
    const second = writer(new FakeServer(), first.store, 'e');
    expect(second.drafts.typing('gather')).toBe('half a th');
    expect(second.server.last).toMatchObject({ drafts: [{ draftId: 'd1', text: 'Kept' }] });
    await second.server.refuses('draft-id-taken');
    second.server.showsDrafts({ draftId: 'd1', text: 'Kept' });
    expect(second.texts()).toEqual([['Kept', 'saved']]);
  });

  it('sends an edit when the writer pauses, and what was typed meanwhile after it', async () => {
    const { server, drafts, pause, texts } = writer();
    server.showsDrafts({ draftId: 'd1', text: 'Meet', rev: 3 });
    drafts.edit('d1', 'Meet we');
    drafts.edit('d1', 'Meet weekly');
    expect(server.commands).toEqual([]);
    pause();
    expect(server.last).toEqual({ type: 'drafts.edit', draftId: 'd1', rev: 3, text: 'Meet weekly' });
    drafts.edit('d1', 'Meet weekly at nine');
    pause();
    expect(server.commands).toHaveLength(1);
    await server.accepts();
    expect(server.last).toEqual({
      type: 'drafts.edit',
      draftId: 'd1',
      rev: 4,
      text: 'Meet weekly at nine',
    });
    await server.accepts();
    expect(texts()).toEqual([['Meet weekly at nine', 'saved']]);
    server.showsDrafts({ draftId: 'd1', text: 'Meet weekly at nine', rev: 5 });
    expect(texts()).toEqual([['Meet weekly at nine', 'saved']]);
  });

  it('moves and edits a note one after the other', async () => {
    const { server, drafts, pause } = writer();
    server.showsDrafts({ draftId: 'd1', text: 'Meet' });
    drafts.edit('d1', 'Meet weekly');
    drafts.move('d1', 'stop');
    expect(server.last).toMatchObject({ type: 'drafts.edit', rev: 0 });
    await server.accepts();
    expect(server.last).toEqual({ type: 'drafts.move', draftId: 'd1', rev: 1, sectionKey: 'stop' });
    pause();
    await server.accepts();
    expect(server.commands).toHaveLength(2);
  });

  it('keeps both texts when a colleague of the same partner was faster', async () => {
    const { server, drafts, texts, pause } = writer();
    server.showsDrafts({ draftId: 'd9', text: 'Ours' });
    drafts.edit('d9', 'Ours, by me');
    pause();
    server.showsDrafts({ draftId: 'd9', text: 'Ours, by her', rev: 1 });
    await server.refuses('draft-changed');
    expect(texts()).toEqual([
      ['Ours, by her', 'saved'],
      ['Ours, by me', 'refused'],
    ]);
  });

  it('keeps a refused note with its reason until the writer sends it again or deletes it', async () => {
    const { server, drafts, store } = writer();
    drafts.add('gather', 'start', told, ['Late']);
    await server.refuses('already-revealed');
    expect(drafts.list.get()[0]).toMatchObject({ state: 'refused', refusal: { code: 'already-revealed' } });
    drafts.retry('d1', { ...told, reveal: 'named' });
    expect(server.last).toMatchObject({ type: 'drafts.write', told: { reveal: 'named' } });
    await server.refuses('already-revealed');
    const sent = server.commands.length;
    drafts.remove('d1');
    expect(drafts.list.get()).toEqual([]);
    expect(server.commands).toHaveLength(sent);
    expect(store.texts.size).toBe(0);
  });

  it('deletes a note that is on its way as well', () => {
    const { server, drafts } = writer();
    drafts.add('gather', 'start', told, ['Never mind']);
    drafts.remove('d1');
    expect(server.last).toEqual({ type: 'drafts.delete', draftIds: ['d1'] });
    expect(drafts.list.get()).toEqual([]);
  });

  it('does not send an emptied note', () => {
    const { server, drafts, pause } = writer();
    server.showsDrafts({ draftId: 'd1', text: 'Meet' });
    drafts.edit('d1', ' ');
    pause();
    expect(server.commands).toEqual([]);
  });

  it('starts with nothing when what the device kept cannot be read', () => {
    const store = memoryStore();
    store.write('drafts', '{"drafts": 7');
    expect(writer(new FakeServer(), store).drafts.list.get()).toEqual([]);
  });
});
