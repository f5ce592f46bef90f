import type { PointerEvent } from 'react';
import { useCallback, useRef, useState } from 'react';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { useDismiss } from '../../handling/shape/useDismiss.ts';

/** One thing a menu offers. */
export interface MenuEntry {
  readonly label: string;
  readonly run: () => void;
  readonly isDisabled?: boolean;
}

interface PopMenuProps {
  readonly label: string;
  readonly face: string;
  readonly className: string;
  readonly entries: readonly MenuEntry[];
  /** What the pointer is told over it; its label where there is none. */
  readonly hint?: string;
  /** Called as it is pressed: what it belongs to may be dragged by it. */
  readonly onGrip?: (event: PointerEvent<HTMLElement>) => void;
}

/** A button that opens a short list of things to do. */
export function PopMenu({ label, face, className, entries, hint = label, onGrip }: PopMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  return (
    <span className="cg-matrix-menu">
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        title={hint}
        onClick={() => setIsOpen(!isOpen)}
        {...ownEvents}
        {...(onGrip === undefined ? {} : { onPointerDown: onGrip })}
      >
        {face}
      </button>
      {isOpen && <Entries label={label} entries={entries} onClose={close} />}
    </span>
  );
}

interface EntriesProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

function Entries({ label, entries, onClose }: EntriesProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  useDismiss(list, onClose);
  return (
    <fieldset ref={list} className="cg-matrix-pop" aria-label={label}>
      {entries.map((entry) => (
        <button
          key={entry.label}
          type="button"
          className="cg-matrix-entry"
          disabled={entry.isDisabled === true}
          onClick={() => {
            onClose();
            entry.run();
          }}
          {...ownEvents}
        >
          {entry.label}
        </button>
      ))}
    </fieldset>
  );
}
