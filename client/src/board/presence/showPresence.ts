import { parsePresence, type PresenceState } from '@common-ground/protocol';
import {
  InstancePresenceRecordType,
  react,
  type Editor,
  type TLInstancePresence,
  type TLPageId,
  type TLShapeId,
} from '@tldraw/tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type { FrameScheduler } from '@common-ground/board';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { cursorColour } from './cursorColour.ts';
import { nearestCursors, type CursorPlace } from './nearestCursors.ts';

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
  const { awareness, frames } = options;
  const crowd = new Crowd(options);
  let cancel: (() => void) | null = null;
  const showSoon = () => {
    cancel ??= frames.next(() => {
      cancel = null;
      crowd.show();
    });
  };
  const handleChange = ({ added, updated, removed }: AwarenessChange) => {
    crowd.moved([...added, ...updated, ...removed]);
    showSoon();
  };
  // Somebody's cursor may come before their name does, and a name may change.
  const stopFollowingNames = react('names of cursors', () => {
    options.info();
    crowd.moved([...awareness.getStates().keys()]);
    showSoon();
  });
  awareness.on('change', handleChange);
  return () => {
    awareness.off('change', handleChange);
    stopFollowingNames();
    cancel?.();
  };
}

/** The others as they are drawn: everybody, with the cursors of some thirty at most. */
class Crowd {
  private readonly options: ShowPresenceOptions;
  private readonly dirty = new Set<number>();
  private readonly people = new Map<number, TLInstancePresence>();
  private readonly drawn = new Map<number, TLInstancePresence>();

  constructor(options: ShowPresenceOptions) {
    this.options = options;
  }

  moved(clientIds: readonly number[]): void {
    for (const clientId of clientIds) this.dirty.add(clientId);
  }

  show(): void {
    const { editor } = this.options;
    const removed = [...this.readDirty()].map(presenceId);
    const put = this.redraw();
    if (put.length + removed.length === 0) return;
    editor.store.mergeRemoteChanges(() => {
      editor.store.put(put);
      editor.store.remove(removed.filter((id) => editor.store.has(id)));
    });
  }

  /** Takes over what changed; returns who is gone. */
  private readDirty(): Set<number> {
    const { awareness, info } = this.options;
    const gone = new Set<number>();
    for (const clientId of this.dirty) {
      if (clientId === awareness.clientID) continue;
      const record = recordOf(clientId, parsePresence(awareness.getStates().get(clientId)), info());
      if (record !== null) this.people.set(clientId, record);
      else if (this.people.delete(clientId)) {
        this.drawn.delete(clientId);
        gone.add(clientId);
      }
    }
    this.dirty.clear();
    return gone;
  }

  /** Records that have to be drawn otherwise than they are. */
  private redraw(): TLInstancePresence[] {
    const { editor } = this.options;
    const shown = nearestCursors(this.cursors(), editor.getViewportPageBounds().center, Date.now());
    const put: TLInstancePresence[] = [];
    for (const [clientId, person] of this.people) {
      const wanted = person.cursor === null || shown.has(clientId) ? person : { ...person, cursor: null };
      if (isDrawnAs(this.drawn.get(clientId), wanted)) continue;
      this.drawn.set(clientId, wanted);
      put.push(wanted);
    }
    return put;
  }

  private cursors(): CursorPlace[] {
    const page = this.options.editor.getCurrentPageId();
    const places: CursorPlace[] = [];
    for (const [clientId, { cursor, currentPageId, lastActivityTimestamp }] of this.people) {
      if (cursor === null || currentPageId !== page) continue;
      places.push({ clientId, x: cursor.x, y: cursor.y, movedAt: lastActivityTimestamp ?? 0 });
    }
    return places;
  }
}

/** A record made anew only to hide the cursor says nothing new. */
function isDrawnAs(drawn: TLInstancePresence | undefined, wanted: TLInstancePresence): boolean {
  if (drawn === undefined || drawn === wanted) return drawn === wanted;
  const hidden = drawn.cursor === null && wanted.cursor === null;
  return hidden && drawn.lastActivityTimestamp === wanted.lastActivityTimestamp;
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
  // A caret can be told of before the page is, and anybody may tell anything.
  if (!presence.page.startsWith('page:')) return null;
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
