import type { ChangeEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { renderCsv } from '../../report/renderCsv.ts';
import type { WidgetOptions } from '../../widgetOptions.ts';
import { exportMatrix } from '../matrixTable.ts';
import { maxTableLength } from '../parseTable.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import type { MatrixModel } from './useMatrix.ts';

interface MatrixFilesProps {
  readonly model: MatrixModel;
  readonly options: WidgetOptions;
  /** Where a file may be dropped. */
  readonly panel: RefObject<HTMLElement | null>;
}

/** Takes a table in from a file, chosen or dropped on the matrix, and hands the matrix out as one. */
export function MatrixFiles({ model, options, panel }: MatrixFilesProps) {
  const { matrix, partners, t } = model;
  const [text, setText] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  useFileDrop(panel, setText);
  const handlePick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) void readTable(file).then(setText);
    // Or the same file could not be chosen again.
    event.target.value = '';
  };
  const handleExport = () => {
    const name = t('export.fileName', { variant: matrix.variant.toUpperCase() });
    options.saveFile(name, 'text/csv', renderCsv(exportMatrix(matrix, partners, t)));
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={t('import.button')}
        hidden
        onChange={handlePick}
      />
      <button type="button" className="cg-matrix-add" onClick={() => picker.current?.click()} {...ownEvents}>
        {t('import.button')}
      </button>
      <button type="button" className="cg-matrix-add" onClick={handleExport} {...ownEvents}>
        {t('export.button')}
      </button>
      {text !== null && <ImportDialog model={model} text={text} onClose={() => setText(null)} />}
    </>
  );
}

/** Reads a file as text, as far as a table may go (a character is four bytes at most). */
function readTable(file: Blob): Promise<string> {
  return file.slice(0, 4 * maxTableLength).text();
}

/**
 * Takes files of text that are dropped over the panel, before tldraw hears of them and makes notes or pictures of them;
 * other files stay its own. The panel itself lets the pointer through, so its container is listened to.
 */
function useFileDrop(panel: RefObject<HTMLElement | null>, take: (text: string) => void): void {
  useEffect(() => {
    const container = panel.current?.closest('.tl-container');
    const handle = (event: Event) => {
      if (!(event instanceof DragEvent) || !isOver(panel.current, event)) return;
      const file = [...(event.dataTransfer?.files ?? [])].find(isTable);
      const isComing = event.type === 'dragover' && event.dataTransfer?.types.includes('Files') === true;
      if (file === undefined && !isComing) return;
      event.preventDefault();
      if (file === undefined) return;
      event.stopPropagation();
      void readTable(file).then(take);
    };
    container?.addEventListener('dragover', handle, { capture: true });
    container?.addEventListener('drop', handle, { capture: true });
    return () => {
      container?.removeEventListener('dragover', handle, { capture: true });
      container?.removeEventListener('drop', handle, { capture: true });
    };
  }, [panel, take]);
}

function isOver(panel: HTMLElement | null, { clientX, clientY }: DragEvent): boolean {
  const box = panel?.getBoundingClientRect();
  if (box === undefined) return false;
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
}

function isTable({ name, type }: File): boolean {
  return type === 'text/csv' || type === 'text/tab-separated-values' || /\.(?:csv|tsv)$/iu.test(name);
}
