import type { WebsocketProvider } from 'y-websocket';

/**
 * Keeps the provider from sending other people's awareness: y-websocket's own handler (`_awarenessUpdateHandler`, a
 * private field of 3.1.0) looks at no origin and no id, so every cursor of a hundred people would be uploaded a hundred
 * times.
 */
export function onlyOwnAwareness(provider: WebsocketProvider): void {
  const send = provider._awarenessUpdateHandler;
  const ownId = provider.doc.clientID;
  provider.awareness.off('update', send);
  provider._awarenessUpdateHandler = ({ added, updated, removed }, origin) => {
    if (origin === provider || ![...added, ...updated, ...removed].includes(ownId)) return;
    send({ added: [], updated: [ownId], removed: [] }, origin);
  };
  provider.awareness.on('update', provider._awarenessUpdateHandler);
}
