import type { BoardId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { OwnTemplateStore, StoredTemplate } from './OwnTemplateStore.ts';

const boardId = 'board' as BoardId;
const templateOf = (id: string, addedAt: number): StoredTemplate => {
  return { id, boardId, addedBy: 'Fay', addedAt, data: `{"name":"${id}"}` };
};

/** What any {@link OwnTemplateStore} has to do; `setup` makes an empty one. */
export function ownTemplateStoreContract(title: string, setup: () => OwnTemplateStore): void {
  describe(`own templates in ${title}`, () => {
    it('lists what it keeps, newest first, and finds one by its id', async () => {
      const store = setup();
      await store.add(templateOf('a', 1), 9);
      await store.add(templateOf('b', 2), 9);
      expect(await store.list()).toEqual([templateOf('b', 2), templateOf('a', 1)]);
      expect(await store.find('a')).toEqual(templateOf('a', 1));
      expect(await store.find('c')).toBeNull();
    });

    it('keeps the first of the same id, and no more than there may be', async () => {
      const store = setup();
      expect(await store.add(templateOf('a', 1), 1)).toBe(true);
      expect(await store.add(templateOf('a', 2), 1)).toBe(true);
      expect(await store.add(templateOf('b', 3), 1)).toBe(false);
      expect(await store.list()).toEqual([templateOf('a', 1)]);
    });

    it('deletes for the board it was saved from, and for no other', async () => {
      const store = setup();
      await store.add(templateOf('a', 1), 9);
      expect(await store.remove('other' as BoardId, 'a')).toBe(false);
      expect(await store.remove(boardId, 'a')).toBe(true);
      expect(await store.remove(boardId, 'a')).toBe(false);
      expect(await store.list()).toEqual([]);
    });
  });
}
