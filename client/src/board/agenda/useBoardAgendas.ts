import type { Partner } from '@common-ground/protocol';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import type { AgendaView } from '../chrome/model.ts';
import { boardAgendas } from './boardAgendas.ts';

/** The agendas of the templates on a board, kept up to date while templates are added. */
export function useBoardAgendas(doc: Y.Doc, partners: readonly Partner[]): readonly AgendaView[] {
  const [agendas, setAgendas] = useState<readonly AgendaView[]>([]);
  useEffect(() => {
    const meta = doc.getMap('meta');
    const refresh = () => setAgendas(boardAgendas(doc, partners));
    refresh();
    meta.observe(refresh);
    return () => meta.unobserve(refresh);
  }, [doc, partners]);
  return agendas;
}
