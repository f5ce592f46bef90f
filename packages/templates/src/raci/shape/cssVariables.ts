import type { CSSProperties } from 'react';

/** CSS custom properties as React's `style` takes them: its type does not know of any. */
export function cssVariables(variables: Readonly<Record<`--${string}`, string>>): CSSProperties {
  return variables;
}
