import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import parts from './parts.module.css';

/** Something that is not as it should be, in a line. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <p className={parts.warning}>
      <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
