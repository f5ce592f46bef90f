import type { Partner } from '@common-ground/protocol';
import type { Action } from '@common-ground/workshop';
import { useEditor } from '@tldraw/tldraw';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { useOwnKeys } from '../../handling/shape/useOwnKeys.ts';
import { useDismiss } from '../../handling/shape/useDismiss.ts';
import { cardTexts } from '../actionWords.ts';
import type { ActionChanges } from '../WidgetActions.ts';

const statuses: readonly Action['status'][] = ['open', 'done', 'dropped'];

/** A place in the window on the board, px. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

interface ActionEditorProps {
  readonly at: ScreenPoint;
  readonly action: Action;
  readonly partners: readonly Partner[];
  readonly language: string;
  readonly onEdit: (changes: ActionChanges) => void;
  readonly onClose: () => void;
}

/** The five facts of an action as fields; each is kept as soon as it is left. */
export function ActionEditor({ at, action, partners, language, onEdit, onClose }: ActionEditorProps) {
  const t = cardTexts(language);
  const partnerOf = (id: string) => partners.find((partner) => partner.id === id)?.id ?? null;
  return (
    <Pop label={t('actions.edit', { what: action.what })} at={at} onClose={onClose}>
      <TextField
        label={t('report.action.what')}
        shown={action.what}
        onKeep={(what) => what !== '' && onEdit({ what })}
      />
      <TextField
        label={t('report.action.owner')}
        shown={action.owner ?? ''}
        onKeep={(owner) => onEdit({ owner: owner === '' ? null : owner })}
      />
      <label>
        {t('report.action.partner')}
        <select
          value={action.partnerId ?? ''}
          onChange={(event) => onEdit({ partnerId: partnerOf(event.target.value) })}
        >
          <option value="">{t('report.noPartner')}</option>
          {partners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('report.action.due')}
        <input
          type="date"
          value={action.due ?? ''}
          onChange={(event) => onEdit({ due: event.target.value || null })}
        />
      </label>
      <label>
        {t('report.action.status')}
        <select
          value={action.status}
          onChange={(event) => {
            const status = statuses.find((one) => one === event.target.value);
            if (status !== undefined) onEdit({ status });
          }}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {t(`report.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="cg-actions-close" onClick={onClose}>
        {t('actions.close')}
      </button>
    </Pop>
  );
}

interface NewActionFieldProps {
  readonly at: ScreenPoint;
  readonly language: string;
  readonly onAdd: (what: string) => void;
  readonly onClose: () => void;
}

/** A field for what is to be done; the rest is filled in on the card. */
export function NewActionField({ at, language, onAdd, onClose }: NewActionFieldProps) {
  const t = cardTexts(language);
  const [what, setWhat] = useState('');
  return (
    <Pop label={t('actions.add')} at={at} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (what.trim() !== '') onAdd(what.trim());
          onClose();
        }}
      >
        <label>
          {t('report.action.what')}
          <input value={what} dir="auto" onChange={(event) => setWhat(event.target.value)} />
        </label>
        <button type="submit" className="cg-actions-close">
          {t('actions.keep')}
        </button>
      </form>
    </Pop>
  );
}

interface PopProps {
  readonly label: string;
  /** Where it stands, px of the window on the board. */
  readonly at: ScreenPoint;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands over the whole canvas: a section cuts off at its edges what lies in it, and far away nobody could read it. */
function Pop({ label, at, onClose, children }: PopProps) {
  const editor = useEditor();
  const pop = useRef<HTMLFieldSetElement>(null);
  const ownKeys = useOwnKeys(pop);
  useDismiss(pop, onClose);
  useEffect(() => pop.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  return createPortal(
    <div className="cg-actions-over" style={{ left: at.x, top: at.y }}>
      <fieldset ref={pop} className="cg-actions-pop" aria-label={label} {...ownEvents} {...ownKeys}>
        {children}
      </fieldset>
    </div>,
    editor.getContainer(),
  );
}

/** What stands in a field while it differs from what everybody has. */
interface Typed {
  readonly text: string;
  /** What everybody had when the text was kept; null while somebody still types. */
  readonly keptOver: string | null;
}

function TextField({
  label,
  shown,
  onKeep,
}: {
  readonly label: string;
  readonly shown: string;
  /** Told of the trimmed text when it differs. */
  readonly onKeep: (text: string) => void;
}) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const isTyped = typed !== null && (typed.keptOver === null || typed.keptOver === shown);
  const keep = () => {
    const text = typed?.keptOver === null ? typed.text.trim() : shown;
    if (text === shown) return;
    setTyped(text === '' ? null : { text, keptOver: shown });
    onKeep(text);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
  };
  return (
    <label>
      {label}
      <input
        value={isTyped ? typed.text : shown}
        dir="auto"
        onChange={(event) => setTyped({ text: event.target.value, keptOver: null })}
        onBlur={keep}
        onKeyDown={handleKeyDown}
      />
    </label>
  );
}
