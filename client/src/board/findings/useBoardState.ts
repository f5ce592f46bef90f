import { launchesOf } from '@common-ground/board';
import {
  createBoardState,
  nothingPublished,
  publishedOf,
  widgets,
  type BoardState,
} from '@common-ground/templates';
import { react, type Editor } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import type { WorkshopClient } from '../workshop/link/WorkshopClient.ts';

/** While people write, rules run at most this often: nobody reads faster. */
const pauseMs = 400;
/** A large board takes a while to read; reading takes no more than this share of the time, … */
const mostShare = 0.2;
/** … as long as nobody waits longer than this: the first reading on a slow machine takes seconds, the next one does not. */
const longestPauseMs = 2_000;
const widgetTypes = new Set(widgets.map(({ type }) => type));

/** What a board's state is read from. */
export interface BoardStateSources {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly client: WorkshopClient;
  readonly info: BoardInfo;
}

/**
 * The board as rules and reports read it, read again shortly after something changed. Null until the first reading, and on a
 * board without templates, which have nothing to say of it.
 */
export function useBoardState({ editor, doc, client, info }: BoardStateSources): BoardState | null {
  const [state, setState] = useState<BoardState | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let costMs = 0;
    const read = () => {
      timer = null;
      const before = performance.now();
      const sources = { editor, doc, client, info };
      setState(launchesOf(doc).length === 0 ? null : readBoardState(sources));
      costMs = performance.now() - before;
    };
    const readSoon = () => {
      timer ??= setTimeout(read, Math.min(Math.max(pauseMs, costMs / mostShare), longestPauseMs));
    };
    const stopListening = editor.store.listen(readSoon, { scope: 'document' });
    const stopReacting = react('workshop for rules', () => {
      client.view.get();
      readSoon();
    });
    return () => {
      stopListening();
      stopReacting();
      if (timer !== null) clearTimeout(timer);
    };
  }, [editor, doc, client, info]);
  return state;
}

/** The board as it is at this moment. */
export function readBoardState({ editor, doc, client, info }: BoardStateSources): BoardState {
  const view = client.view.get();
  return createBoardState({
    title: info.title,
    now: view?.serverTime ?? Date.now(),
    partners: info.partners,
    people: [...info.participants.values()],
    records: editor.store.allRecords(),
    launches: launchesOf(doc).map(({ commandId, templateId, options, template }) => ({
      launchId: commandId,
      templateId,
      options,
      template,
    })),
    workshop: view === null ? nothingPublished : publishedOf(view),
    widgetTypes,
  });
}
