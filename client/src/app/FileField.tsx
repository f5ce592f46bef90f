import type { RefObject } from 'react';

/** What opens the device's choice of a file: unseen, for a button of ours to press. */
export function FileField({
  field,
  accept,
  label,
  onFile,
}: {
  field: RefObject<HTMLInputElement | null>;
  /** Kinds of files, as in HTML's `accept`. */
  accept: string;
  label: string;
  onFile: (file: File) => void;
}) {
  return (
    <input
      ref={field}
      type="file"
      accept={accept}
      aria-label={label}
      hidden
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        // Or the same file could not be chosen again.
        event.currentTarget.value = '';
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
