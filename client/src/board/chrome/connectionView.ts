import type { ConnectionState } from './model.ts';

/** The one word the top bar says of a connection. */
export type ConnectionView = 'saved' | 'saving' | 'connecting' | 'offline' | 'trouble';

/**
 * What matters most comes first: a server that cannot save, then one that cannot be reached, then edits on their
 * way. "Saved" is said only when the server has confirmed every edit.
 */
export function connectionViewOf({ network, saving, unsavedCount }: ConnectionState): ConnectionView {
  if (network === 'online' && saving === 'trouble') return 'trouble';
  if (network !== 'online') return network;
  return saving === 'saving' || unsavedCount > 0 ? 'saving' : 'saved';
}
