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

/** While people write, rules run at most this often: nobody reads faster, and a large board takes a while. */
const pauseMs = 400;
const widgetTypes = new Set(widgets.map(({ type }) => type));

/** What a board's state is read from. */
export interface BoardStateSources {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly client: WorkshopClient;
  readonly info: BoardInfo;
}

/** The board as rules and reports read it, read again shortly after something changed. Null until the first reading. */
export function useBoardState({ editor, doc, client, info }: BoardStateSources): BoardState | null {
  const [state, setState] = useState<BoardState | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      timer = null;
      setState(readBoardState({ editor, doc, client, info }));
    };
    const readSoon = () => {
      timer ??= setTimeout(read, pauseMs);
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

function readBoardState({ editor, doc, client, info }: BoardStateSources): BoardState {
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
