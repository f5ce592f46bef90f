import { Component, type ReactNode } from 'react';
import { CrashPage } from '../errors/CrashPage.tsx';

/** Shows the crash page in place of a tree that threw: the edge where a bug of ours ends. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { details: string | null }> {
  override state: { details: string | null } = { details: null };

  static getDerivedStateFromError(error: unknown): { details: string } {
    return { details: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render(): ReactNode {
    const { details } = this.state;
    return details === null ? this.props.children : <CrashPage details={details} />;
  }
}
