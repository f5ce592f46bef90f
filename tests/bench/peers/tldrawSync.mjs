import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NodeSqliteWrapper, SQLiteSyncStorage, TLSocketRoom } from '@tldraw/sync-core';
import { createTLSchema, InstancePresenceRecordType, toRichText } from '@tldraw/tlschema';
import { WebSocketServer } from 'ws';
import { servePage } from './servePage.mjs';
import { stopOnSignal, tellListening } from './serving.mjs';

/*
 * tldraw's sync-core with its SQLite storage on Node's own SQLite, one database a board. With a flush to the disk for each
 * edit it would be slower still, so what it keeps is safe from a kill and not from a loss of power. It also serves a page
 * that shows its boards.
 */

const schema = createTLSchema();
/** @type {Map<string, { room: TLSocketRoom, database: DatabaseSync }>} */
const rooms = new Map();

function roomOf(boardId) {
  const known = rooms.get(boardId);
  if (known) return known.room;
  const database = new DatabaseSync(join(process.env.DATA_DIR, `${boardId}.sqlite`));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const storage = new SQLiteSyncStorage({ sql: new NodeSqliteWrapper(database) });
  const room = new TLSocketRoom({ schema, storage, log: { warn: () => undefined, error: console.error } });
  rooms.set(boardId, { room, database });
  return room;
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer(servePage);
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (ws) => {
    const url = new URL(request.url, 'http://localhost');
    // tldraw's own client calls it sessionId.
    const sessionId = url.searchParams.get('session') ?? url.searchParams.get('sessionId');
    roomOf(url.pathname.slice(1)).handleSocketConnect({ sessionId, socket: ws });
  }),
);
server.listen(0, '127.0.0.1', () => tellListening(server.address().port, samples()));
stopOnSignal(() => {
  for (const { room, database } of rooms.values()) {
    room.close();
    database.close();
  }
});

/** Records of this very schema, from which the clients of the benchmark make theirs. */
function samples() {
  const note = {
    id: 'shape:sample',
    typeName: 'shape',
    type: 'note',
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      richText: toRichText('Sample'),
      textLastEditedBy: null,
    },
  };
  const presence = InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(),
    currentPageId: 'page:page',
    userId: 'user:sample',
    userName: 'Name',
    camera: { x: 0, y: 0, z: 1 },
    screenBounds: { x: 0, y: 0, w: 1280, h: 720 },
    cursor: { x: 0, y: 0, type: 'default', rotation: 0 },
    lastActivityTimestamp: 0,
  });
  schema.types.shape.validate(note);
  schema.types.instance_presence.validate(presence);
  return { schema: schema.serialize(), note, presence };
}
