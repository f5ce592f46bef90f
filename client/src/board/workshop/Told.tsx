import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import parts from './parts.module.css';

/** What people are told of who will see what they give, before they give it. */
export function Told({ children }: { children: ReactNode }) {
  return (
    <p className={parts.promise}>
      <IconEyeOff size={18} stroke={1.7} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
