import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { maxMatrixNameLength } from '../matrix.ts';
import { ownEvents } from '../../handling/shape/ownEvents.ts';

interface EditableNameProps {
  readonly name: string;
  readonly placeholder: string;
  readonly label: string;
  /** What a screen reader says after the name: the findings that stand here. */
  readonly spoken: string;
  /** The keys that move its line, as `aria-keyshortcuts` has them. */
  readonly shortcuts: string;
  readonly canEdit: boolean;
  /** Where the button stands in the table, `row:column`, -1 for the heads. */
  readonly at: string;
  readonly onRename: (name: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A name that becomes a text field when it is pressed; Enter and leaving it keep the text, Escape does not. */
export function EditableName(props: EditableNameProps) {
  const { name, placeholder, label, spoken, shortcuts, canEdit, at, onRename, onKeyDown } = props;
  const [isEditing, setIsEditing] = useState(false);
  if (!canEdit) {
    return (
      <>
        <span className="cg-matrix-name">{name}</span>
        <span className="cg-spoken">{spoken}</span>
      </>
    );
  }
  if (isEditing) {
    const handleDone = (next: string | null) => {
      setIsEditing(false);
      if (next !== null && next !== name) onRename(next);
    };
    return <NameField name={name} label={label} placeholder={placeholder} onDone={handleDone} />;
  }
  return (
    <button
      type="button"
      className="cg-matrix-name"
      data-at={at}
      data-empty={name === ''}
      // What is seen must be part of what is heard, so that speech control finds it.
      aria-label={[name === '' ? `${placeholder}, ${label}` : name, spoken]
        .filter((part) => part !== '')
        .join('. ')}
      aria-keyshortcuts={shortcuts}
      title={name}
      onClick={() => setIsEditing(true)}
      onKeyDown={(event) => {
        if (event.key === 'F2') setIsEditing(true);
        else onKeyDown(event);
      }}
      {...ownEvents}
    >
      {name === '' ? placeholder : name}
    </button>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  /** The text to keep, or null to keep the old one. */
  readonly onDone: (next: string | null) => void;
}

function NameField({ name, label, placeholder, onDone }: NameFieldProps) {
  const [text, setText] = useState(name);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone(text);
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <input
      className="cg-matrix-field"
      ref={(field) => {
        if (field !== null && field.ownerDocument.activeElement !== field) field.select();
      }}
      value={text}
      maxLength={maxMatrixNameLength}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text)}
      onKeyDown={handleKeyDown}
      {...ownEvents}
    />
  );
}
