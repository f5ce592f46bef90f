import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { WidgetPanelProps } from '../../widgetPanel.ts';
import type { ComparedCell, Comparison } from '../compareViews.ts';
import { settleCell, toggledLetters, unsettleCell } from '../matrixEdits.ts';
import { proposalsOf } from '../proposalsOf.ts';
import type { MatrixLetter } from '../variants.ts';
import { isLetterOf, variantLetters } from '../variants.ts';
import './matrixComparison.css';
import type { MatrixShape } from './MatrixShape.ts';
import { sayProposal } from './sayProposal.ts';
import type { MatrixModel } from './useMatrix.ts';
import { useMatrix } from './useMatrix.ts';

/**
 * The partners' views laid over each other, beside the canvas: how far they agree, and each difference with who said
 * what, those furthest apart first, to be settled one by one with mouse or keys. Nothing while there are no two views.
 */
export function MatrixComparison({ shape, options, onShow }: WidgetPanelProps<MatrixShape>) {
  const model = useMatrix(shape, options);
  const { comparison, t } = model;
  if (comparison === null || comparison.agreementPercent === null) return null;
  const { agreementPercent, differing } = comparison;
  const settled = differing.filter((cell) => cell.settled !== null).length;
  return (
    <section className="cg-compare" aria-label={t('compare.title')}>
      <h3>{t('compare.title')}</h3>
      <p className="cg-compare-figure">{t('compare.agreement', { percent: agreementPercent })}</p>
      {differing.length === 0 ? (
        <p>{t('compare.none')}</p>
      ) : (
        <>
          <output>
            {settled === differing.length
              ? t('compare.all')
              : t('compare.settled', { settled, count: differing.length })}
          </output>
          {model.canEdit && settled < differing.length && (
            <p className="cg-compare-hint">{t('compare.hint')}</p>
          )}
          <Differences model={model} comparison={comparison} shapeId={shape.id} onShow={onShow} />
        </>
      )}
    </section>
  );
}

interface DifferencesProps {
  readonly model: MatrixModel;
  readonly comparison: Comparison;
  readonly shapeId: string;
  readonly onShow: WidgetPanelProps<MatrixShape>['onShow'];
}

function Differences({ model, comparison, shapeId, onShow }: DifferencesProps) {
  const list = useRef<HTMLUListElement>(null);
  const { differing } = comparison;
  /** What is settled is done with: the next open one takes the focus, so that a group goes on without the mouse. */
  const focusNext = (from: number) => {
    const open = differing.findIndex((cell, index) => index > from && cell.settled === null);
    headOf(list.current, open === -1 ? from : open)?.focus();
  };
  const handleArrows = (event: KeyboardEvent, index: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    headOf(list.current, index + by)?.focus();
  };
  return (
    <ul ref={list} className="cg-compare-list">
      {differing.map((cell, index) => (
        <Difference
          key={`${cell.row.id}:${cell.column.id}`}
          model={model}
          cell={cell}
          onSettled={() => focusNext(index)}
          onArrows={(event) => handleArrows(event, index)}
          onShow={() => onShow([{ kind: 'cell', shapeId, rowId: cell.row.id, columnId: cell.column.id }])}
        />
      ))}
    </ul>
  );
}

function headOf(list: HTMLUListElement | null, index: number): HTMLElement | null {
  return list?.querySelectorAll<HTMLElement>('.cg-compare-head')[index] ?? null;
}

interface DifferenceProps {
  readonly model: MatrixModel;
  readonly cell: ComparedCell;
  readonly onSettled: () => void;
  readonly onArrows: (event: KeyboardEvent) => void;
  readonly onShow: () => void;
}

function Difference({ model, cell, onSettled, onArrows, onShow }: DifferenceProps) {
  const { matrix, edit, nameOf, t, canEdit } = model;
  const { row, column, distance, settled } = cell;
  const toggle = (letter: MatrixLetter) =>
    edit((newest) => settleCell(row.id, column.id, toggledLetters(newest, row.id, column.id, letter)));
  const settle = (letters: readonly MatrixLetter[]) => {
    edit(() => settleCell(row.id, column.id, letters));
    onSettled();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const letter = event.key.toUpperCase();
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (canEdit && isPlain && isLetterOf(matrix.variant, letter)) toggle(letter);
    else onArrows(event);
  };
  return (
    // The keys are shortcuts for the buttons within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="cg-compare-cell" data-settled={settled !== null || undefined} onKeyDown={handleKeyDown}>
      <button type="button" className="cg-compare-head" title={t('compare.show')} onClick={onShow}>
        <span dir="auto">{t('compare.cell', { row: nameOf(row), column: nameOf(column) })}</span>
        <small>{t('compare.apart', { percent: Math.round(100 * distance) })}</small>
      </button>
      {settled === null ? (
        <Choices model={model} cell={cell} onSettle={settle} />
      ) : (
        <p className="cg-compare-done">
          <span>✓ {t('compare.settledOn', { letters: settled.join('') || t('report.nothing') })}</span>
          {canEdit && (
            <button
              type="button"
              className="cg-compare-again"
              onClick={() => edit(() => unsettleCell(row.id, column.id))}
            >
              {t('compare.again')}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

interface ChoicesProps {
  readonly model: MatrixModel;
  readonly cell: ComparedCell;
  readonly onSettle: (letters: readonly MatrixLetter[]) => void;
}

/** What the partners said, each to be settled on, and below it the letters that nobody said. */
function Choices({ model: { matrix, partners, t, canEdit }, cell, onSettle }: ChoicesProps) {
  const proposals = proposalsOf(cell, partners);
  if (!canEdit) {
    return proposals.map((proposal) => (
      <p key={proposal.letters.join('')} dir="auto">
        {sayProposal(t, proposal)}
      </p>
    ));
  }
  const said = new Set(proposals.map(({ letters }) => letters.join('')));
  return (
    <div className="cg-compare-choices">
      {proposals.map((proposal) => (
        <button key={proposal.letters.join('')} type="button" onClick={() => onSettle(proposal.letters)}>
          {t('compare.settleOn', { said: sayProposal(t, proposal) })}
        </button>
      ))}
      <span className="cg-compare-letters">
        {variantLetters[matrix.variant]
          .filter((letter) => !said.has(letter))
          .map((letter) => (
            <button
              key={letter}
              type="button"
              aria-label={t('compare.settleOn', { said: letter })}
              onClick={() => onSettle([letter])}
            >
              {letter}
            </button>
          ))}
      </span>
    </div>
  );
}
