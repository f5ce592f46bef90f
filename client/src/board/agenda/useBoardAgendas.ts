import type { Partner } from '@common-ground/protocol';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import type { AgendaView } from '../chrome/model.ts';

/** The agendas of the templates on a board, kept up to date while templates are added; none until the board is drawn. */
export function useBoardAgendas(
  doc: Y.Doc,
  partners: readonly Partner[],
  isDrawn: boolean,
): readonly AgendaView[] {
  const [agendas, setAgendas] = useState<readonly AgendaView[]>([]);
  useEffect(() => {
    if (!isDrawn) return undefined;
    let stop = (): void => undefined;
    let isGone = false;
    // The templates are in it; the canvas does not wait for them.
    void import('../laterCode.ts').then(({ boardAgendas }) => {
      if (isGone) return;
      const meta = doc.getMap('meta');
      const refresh = () => setAgendas(boardAgendas(doc, partners));
      refresh();
      meta.observe(refresh);
      stop = () => meta.unobserve(refresh);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [doc, partners, isDrawn]);
  return agendas;
}
