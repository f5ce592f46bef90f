import { useEffect, useRef, type ReactNode } from 'react';
import { usePageTitle } from '../app/usePageTitle.ts';
import { Wordmark } from '../app/Wordmark.tsx';
import classes from './ProblemLayout.module.css';

/** How every problem's page looks: heading, what happened, the buttons, and below them details if there are any. */
export function ProblemLayout({
  title,
  sentence,
  actions,
  children,
}: {
  title: string;
  sentence: string;
  actions: ReactNode;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);

  // The page took the place of what had the focus; screen readers start with the heading.
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Wordmark />
      </header>
      <main className={classes.main}>
        <h1 ref={heading} tabIndex={-1} className={classes.heading}>
          {title}
        </h1>
        <p className={classes.sentence}>{sentence}</p>
        <div className={classes.actions}>{actions}</div>
        {children}
      </main>
    </div>
  );
}
