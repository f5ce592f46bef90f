import { parsePresence, type PresenceState } from '@common-ground/protocol';
import {
  InstancePresenceRecordType,
  type Editor,
  type TLInstancePresence,
  type TLPageId,
  type TLShapeId,
} from '@tldraw/tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type { FrameScheduler } from '@common-ground/board';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { cursorColour } from './cursorColour.ts';

/** What showing other people's presence needs. */
export interface ShowPresenceOptions {
  readonly editor: Editor;
  readonly awareness: Awareness;
  readonly frames: FrameScheduler;
  /** Who people are; read anew for every frame. */
  readonly info: () => BoardInfo | null;
}

interface AwarenessChange {
  readonly added: number[];
  readonly updated: number[];
  readonly removed: number[];
}

/**
 * Shows other people's cursors, selections and views, once a frame. Names and colours come from the server's list of
 * people. When somebody was last active is told by this browser's own clock: others may be wrong. Returns what
 * stops it.
 */
export function showPresence(options: ShowPresenceOptions): () => void {
  const { editor, awareness, frames } = options;
  const dirty = new Set<number>(awareness.getStates().keys());
  let cancel: (() => void) | null = null;

  const show = () => {
    cancel = null;
    const put: TLInstancePresence[] = [];
    const removed: TLInstancePresence['id'][] = [];
    for (const clientId of dirty) {
      if (clientId === awareness.clientID) continue;
      const record = recordOf(clientId, parsePresence(awareness.getStates().get(clientId)), options.info());
      if (record !== null) put.push(record);
      else removed.push(presenceId(clientId));
    }
    dirty.clear();
    editor.store.mergeRemoteChanges(() => {
      editor.store.put(put);
      editor.store.remove(removed.filter((id) => editor.store.has(id)));
    });
  };
  const handleChange = ({ added, updated, removed }: AwarenessChange) => {
    for (const clientId of [...added, ...updated, ...removed]) dirty.add(clientId);
    cancel ??= frames.next(show);
  };
  awareness.on('change', handleChange);
  cancel = frames.next(show);
  return () => {
    awareness.off('change', handleChange);
    cancel?.();
  };
}

function presenceId(clientId: number): TLInstancePresence['id'] {
  return InstancePresenceRecordType.createId(String(clientId));
}

function recordOf(
  clientId: number,
  presence: PresenceState | null,
  info: BoardInfo | null,
): TLInstancePresence | null {
  const person = presence === null ? undefined : info?.participants.get(presence.pid);
  if (presence === null || person === undefined || info === null) return null;
  const { cursor, view } = presence;
  return InstancePresenceRecordType.create({
    id: presenceId(clientId),
    userId: presence.pid,
    userName: person.name,
    color: cursorColour(info.partners.find((partner) => partner.id === person.partnerId)?.colour ?? null),
    currentPageId: presence.page as TLPageId,
    cursor: cursor === null ? null : { x: cursor[0], y: cursor[1], type: 'default', rotation: 0 },
    selectedShapeIds: presence.selection as TLShapeId[],
    camera: view === null ? null : { x: view[0], y: view[1], z: view[2] },
    screenBounds: view === null ? null : { x: 0, y: 0, w: view[3], h: view[4] },
    followingUserId: presence.following,
    lastActivityTimestamp: Date.now(),
  });
}
