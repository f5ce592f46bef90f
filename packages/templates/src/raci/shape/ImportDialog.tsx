import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Translate } from '../../translate.ts';
import type { ImportPlan, ImportProblem } from '../planImport.ts';
import { maxImportColumns, maxImportRows, planImport } from '../planImport.ts';
import type { RaciTextKey } from '../texts.ts';
import './importDialog.css';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import type { MatrixModel } from './useMatrix.ts';

interface ImportDialogProps {
  readonly model: MatrixModel;
  /** The table as it was read. */
  readonly text: string;
  readonly onClose: () => void;
}

/** What a table would bring into the matrix, to be looked at first; other letters are replaced only if somebody wants it. */
export function ImportDialog({ model, text, onClose }: ImportDialogProps) {
  const { edit, matrix, newId, partners, t } = model;
  const [isReplacing, setReplacing] = useState(false);
  const dialog = useModal();
  const plan = useMemo(() => planImport(matrix, text, { partners, newId }), [matrix, text, partners, newId]);
  const handleImport = () => {
    // Planned again for the newest matrix: what others filled in while this was looked at is not lost.
    edit((newest) => {
      const { patch, replacing } = planImport(newest, text, { partners, newId });
      return isReplacing ? { ...patch, ...replacing } : patch;
    });
    onClose();
  };
  const hasNews = Object.keys(plan.patch).length > 0 || (isReplacing && plan.replaced.length > 0);
  return createPortal(
    // To React it lies in the canvas, which would capture the pointer.
    <dialog
      ref={dialog}
      className="cg-import"
      aria-label={t('import.title')}
      onClose={onClose}
      {...ownEvents}
    >
      <h2>{t('import.title')}</h2>
      <News plan={plan} t={t} />
      {plan.replaced.length > 0 && (
        <Replacements plan={plan} t={t} isReplacing={isReplacing} onReplacing={setReplacing} />
      )}
      <Problems problems={plan.problems} t={t} />
      <p className="cg-import-hint">{t('import.undo')}</p>
      <div className="cg-import-buttons">
        <button type="button" onClick={onClose}>
          {t('import.cancel')}
        </button>
        <button type="button" className="cg-import-do" disabled={!hasNews} onClick={handleImport}>
          {t('import.do')}
        </button>
      </div>
    </dialog>,
    document.body,
  );
}

/** Opens a dialog over everything, and keeps its keys from tldraw, which would change tools by letters. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const keep = (event: KeyboardEvent) => event.stopPropagation();
    element?.showModal();
    element?.addEventListener('keydown', keep);
    return () => element?.removeEventListener('keydown', keep);
  }, []);
  return dialog;
}

interface PartProps {
  readonly plan: ImportPlan;
  readonly t: Translate<RaciTextKey>;
}

function News({ plan: { addedColumns, addedRows, filledCount, patch, replaced }, t }: PartProps) {
  if (Object.keys(patch).length === 0) return replaced.length === 0 ? <p>{t('import.nothing')}</p> : null;
  return (
    <ul>
      {addedRows.length > 0 && <li dir="auto">{t('import.rows', { names: addedRows.join(', ') })}</li>}
      {addedColumns.length > 0 && (
        <li dir="auto">{t('import.columns', { names: addedColumns.join(', ') })}</li>
      )}
      {filledCount > 0 && <li>{t('import.filled', { count: filledCount })}</li>}
    </ul>
  );
}

interface ReplacementsProps extends PartProps {
  readonly isReplacing: boolean;
  readonly onReplacing: (isReplacing: boolean) => void;
}

function Replacements({ plan: { replaced }, t, isReplacing, onReplacing }: ReplacementsProps) {
  return (
    <section>
      <h3>{t('import.replaced', { count: replaced.length })}</h3>
      <ul>
        {replaced.map(({ row, column, before, after }) => (
          <li key={`${row} ${column}`} dir="auto">
            {t('import.replacement', { row, column, before: before.join(''), after: after.join('') })}
          </li>
        ))}
      </ul>
      <label>
        <input
          type="checkbox"
          checked={isReplacing}
          onChange={(event) => onReplacing(event.target.checked)}
        />{' '}
        {t('import.replace')}
      </label>
    </section>
  );
}

function Problems({ problems, t }: { readonly problems: readonly ImportProblem[] } & Pick<PartProps, 't'>) {
  if (problems.length === 0) return null;
  return (
    <section role="alert">
      <h3>{t('import.problems')}</h3>
      <ul>
        {problems.map(({ code, line, column, text }) => (
          <li key={`${line}:${column}`} dir="auto">
            {t(`import.problem.${code}`, { line, column, text, most: mostOf(code) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function mostOf(code: ImportProblem['code']): number {
  return code === 'too-many-columns' ? maxImportColumns : maxImportRows;
}
