import type { TLSchema } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { startBoard } from '../build/startBoard.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { TestCanvas } from './TestCanvas.ts';

/** A board's document on the server and several people's canvases, with updates delivered by hand. */
export class TestTable {
  readonly schema: TLSchema;
  /** What the server keeps of the board. */
  readonly server = new Y.Doc();
  readonly canvases: TestCanvas[] = [];
  private readonly offline = new Set<TestCanvas>();

  constructor(schema: TLSchema = createBoardSchema([])) {
    this.schema = schema;
    // Yjs decides concurrent edits by these numbers; random ones would make each run a different one.
    this.server.clientID = 1;
    startBoard(this.server, schema);
  }

  /** Somebody opens the board and sees what is there. */
  seats(name: string): TestCanvas {
    const doc = new Y.Doc();
    doc.clientID = this.canvases.length + 2;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.server));
    const canvas = new TestCanvas(name, { doc, schema: this.schema });
    this.canvases.push(canvas);
    return canvas;
  }

  /** Brings everybody who is online up to date, by way of the server, and lets them see it. */
  delivers(): void {
    for (const { doc } of this.online()) sendMissing(doc, this.server);
    for (const canvas of this.online()) {
      sendMissing(this.server, canvas.doc);
      canvas.looks();
    }
  }

  /** Brings somebody's document up to date, unless they are offline; they see it when they look. */
  reaches(canvas: TestCanvas): void {
    if (!this.offline.has(canvas)) sendMissing(this.server, canvas.doc);
  }

  takesOffline(canvas: TestCanvas): void {
    this.offline.add(canvas);
  }

  bringsBack(canvas: TestCanvas): void {
    this.offline.delete(canvas);
  }

  private online(): TestCanvas[] {
    return this.canvases.filter((canvas) => !this.offline.has(canvas));
  }
}

function sendMissing(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'table');
}
