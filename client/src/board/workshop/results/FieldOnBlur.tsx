import { useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react';

/** What a text field is given. */
export interface BlurField {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What stands in the field while it differs from what everybody has. */
interface Typed {
  readonly text: string;
  /** What everybody had when the text was handed on; null while somebody still types. */
  readonly handedOnOver: string | null;
}

/**
 * A text field that gives what was typed when it is left, or at Enter; Escape takes it back. What others write
 * meanwhile does not disturb the typing, and shows afterwards.
 */
export function FieldOnBlur({
  shown,
  onChange,
  children,
}: {
  /** The text as everybody has it. */
  shown: string;
  /** Told of the trimmed text when it differs. */
  onChange: (text: string) => void;
  children: (field: BlurField) => ReactNode;
}) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const isShown = typed !== null && (typed.handedOnOver === null || typed.handedOnOver === shown);
  const keep = () => {
    if (typed === null) return;
    const text = typed.text.trim();
    if (text === shown || typed.handedOnOver !== null) {
      setTyped(null);
      return;
    }
    setTyped(text === '' ? null : { text, handedOnOver: shown });
    onChange(text);
  };
  return children({
    value: isShown ? typed.text : shown,
    onChange: (event) => setTyped({ text: event.currentTarget.value, handedOnOver: null }),
    onBlur: keep,
    onKeyDown: (event) => {
      if (event.key === 'Escape') setTyped(null);
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
      event.preventDefault();
      keep();
    },
  });
}
