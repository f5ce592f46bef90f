import type { ParticipantId } from '@common-ground/protocol';
import { SeededRandom } from '@common-ground/testkit';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { UpdateCheck } from './UpdateCheck.ts';

const alice = 'alice' as ParticipantId;
const everyId = { mayWrite: () => true };
const limits = { maxValueBytes: 1_000, maxDepth: 100 };

describe('UpdateCheck', () => {
  it('passes everything that honest Yjs clients write, and applying it leaves nothing pending', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = new SeededRandom(seed);
      const server = new Y.Doc();
      const updates: Uint8Array[] = [];
      const writers = [1, 2, 3].map((clientId) => docWith(clientId));
      for (const writer of writers) writer.on('update', (update: Uint8Array) => updates.push(update));
      for (let step = 0; step < 60; step += 1) {
        const writer = random.pick(writers);
        writer.transact(() => writeSomething(writer, random));
        if (random.chance(0.3)) Y.applyUpdate(random.pick(writers), Y.encodeStateAsUpdate(writer));
      }
      for (const update of updates) {
        expect(verdict(update, server), `seed ${seed}`).toBeNull();
        Y.applyUpdate(server, update);
        expect(server.store.pendingStructs, `seed ${seed}`).toBeNull();
        expect(server.store.pendingDs, `seed ${seed}`).toBeNull();
      }
      expect(verdict(Y.encodeStateAsUpdate(server), new Y.Doc())).toBeNull();
    }
  });

  it('refuses an update cut short anywhere, and one with bytes behind its end', () => {
    const update = updateOf((doc) => {
      doc.getText('t').insert(0, 'héllo 👋', { bold: true });
      doc.getMap('m').set('a', { list: [1, -2, 3.5, null, true, undefined, 'x'], bytes: new Uint8Array(3) });
      doc.getText('t').delete(0, 2);
    });
    expect(verdict(update)).toBeNull();
    for (let length = 0; length < update.length; length += 1)
      expect(verdict(update.subarray(0, length)), `${length} bytes`).toBe('undecodable-update');
    expect(verdict(Uint8Array.from([...update, 0]))).toBe('undecodable-update');
  });

  it('never throws on random or damaged bytes, and what it passes Yjs can apply', () => {
    const random = new SeededRandom(7);
    let refused = 0;
    const honest = updateOf((doc) => {
      doc.getMap('m').set('nested', new Y.Map([['a', { b: 1 }]]));
      doc.getText('t').insert(0, 'hello', { bold: true });
      doc.getArray('l').insert(0, [1, 'two', [3]]);
    });
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = honest.slice();
      const changes = 1 + random.integer(3);
      for (let change = 0; change < changes; change += 1)
        bytes[random.integer(bytes.length)] = random.integer(256);
      const doc = new Y.Doc();
      if (verdict(bytes, doc) === null) Y.applyUpdate(doc, bytes);
      else refused += 1;
    }
    for (let round = 0; round < 2_000; round += 1)
      verdict(Uint8Array.from({ length: random.integer(60) }, () => random.integer(256)));
    expect(refused).toBeGreaterThan(500);
  });

  it('refuses a length beyond the update without making anything of it', () => {
    const endlessText = item({ kind: 4 }, (encoder) => encoding.writeVarUint(encoder, 2 ** 40));
    const endlessList = item({ kind: 8 }, (encoder) => encoding.writeVarUint(encoder, 2 ** 40));
    const endlessDeletes = build((encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 2 ** 40);
    });
    for (const update of [endlessText, endlessList, endlessDeletes])
      expect(verdict(update)).toBe('undecodable-update');
  });

  it('refuses unknown kinds, empty structs, sub-documents and text that is not UTF-8', () => {
    expect(verdict(item({ kind: 11 }, () => undefined))).toBe('undecodable-update');
    expect(verdict(item({ kind: 4 }, (encoder) => encoding.writeVarString(encoder, '')))).toBe(
      'undecodable-update',
    );
    expect(verdict(updateOf((doc) => doc.getMap('m').set('sub', new Y.Doc())))).toBe('undecodable-update');
    const badText = item({ kind: 4 }, (encoder) =>
      encoding.writeVarUint8Array(encoder, Uint8Array.from([0xc3, 0x28])),
    );
    expect(verdict(badText)).toBe('undecodable-update');
    const badJson = item({ kind: 5 }, (encoder) => encoding.writeVarString(encoder, '{'));
    expect(verdict(badJson)).toBe('undecodable-update');
  });

  it('refuses Yjs update format V2', () => {
    const doc = docWith(1);
    doc.getText('t').insert(0, 'hello');
    expect(verdict(Y.encodeStateAsUpdateV2(doc))).not.toBeNull();
  });

  it('refuses two blocks of one client, of which Yjs would read only the second', () => {
    const block = [1, 5, 0, 4, 1, 1, 116, 1, 120];
    expect(verdict(Uint8Array.from([1, ...block, 0]))).toBeNull();
    expect(verdict(Uint8Array.from([2, ...block, ...block, 0]))).toBe('undecodable-update');
  });

  it('refuses a struct that builds on itself', () => {
    const loop = item({ kind: 4, origin: [5, 0] }, (encoder) => encoding.writeVarString(encoder, 'x'));
    expect(verdict(loop)).toBe('undecodable-update');
  });

  it('misses structs before the first, neighbours, parents and deleted content that are not there', () => {
    const doc = docWith(1);
    const text = doc.getText('t');
    text.insert(0, 'first');
    const start = Y.encodeStateVector(doc);
    text.insert(5, 'second');
    expect(verdict(Y.encodeStateAsUpdate(doc, start))).toBe('missing-dependencies');

    const other = docWith(2);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const known = Y.encodeStateVector(other);
    other.getText('t').insert(3, 'between');
    expect(verdict(Y.encodeStateAsUpdate(other, known))).toBe('missing-dependencies');

    const parent = docWith(3);
    parent.getMap('m').set('inner', new Y.Map());
    const child = docWith(4);
    Y.applyUpdate(child, Y.encodeStateAsUpdate(parent));
    const beforeChild = Y.encodeStateVector(child);
    (child.getMap('m').get('inner') as Y.Map<number>).set('a', 1);
    const childUpdate = Y.encodeStateAsUpdate(child, beforeChild);
    expect(verdict(childUpdate)).toBe('missing-dependencies');
    expect(verdict(childUpdate, parent)).toBeNull();

    const deletes = build((encoder) => {
      for (const value of [0, 1, 9, 1, 0, 5]) encoding.writeVarUint(encoder, value);
    });
    expect(verdict(deletes)).toBe('missing-dependencies');
  });

  it('takes a merged update with a gap when the gap is already known', () => {
    const doc = docWith(1);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const word of ['a', 'b', 'c']) doc.getText('t').insert(0, word);
    const gapped = Y.mergeUpdates([updates[0] ?? empty, updates[2] ?? empty]);
    const knowing = new Y.Doc();
    for (const update of updates.slice(0, 2)) Y.applyUpdate(knowing, update);
    expect(verdict(gapped, knowing)).toBeNull();
    expect(verdict(gapped)).toBe('missing-dependencies');
  });

  it('refuses new structs under ids that are not the sender’s, but not what is known already', () => {
    const doc = docWith(1);
    doc.getText('t').insert(0, 'hello');
    const update = Y.encodeStateAsUpdate(doc);
    const noId = { mayWrite: () => false };
    expect(new UpdateCheck(limits).check(update, new Y.Doc(), alice, noId)).toBe('foreign-client-id');
    expect(new UpdateCheck(limits).check(update, doc, alice, noId)).toBeNull();
  });

  it('names the client ids that write something new, and tells deletes and silence apart', () => {
    const check = new UpdateCheck(limits);
    const doc = docWith(8);
    doc.getText('t').insert(0, 'hello');
    expect(check.check(Y.encodeStateAsUpdate(doc), new Y.Doc(), alice, everyId)).toBeNull();
    expect([check.writers, check.bringsStructs, check.isEmpty]).toEqual([[8], true, false]);
    const before = Y.encodeStateVector(doc);
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    doc.getText('t').delete(0, 1);
    expect(check.check(Y.encodeStateAsUpdate(doc, before), server, alice, everyId)).toBeNull();
    expect([check.writers, check.bringsStructs, check.isEmpty]).toEqual([[], false, false]);
    expect(check.check(empty, server, alice, everyId)).toBeNull();
    expect(check.isEmpty).toBe(true);
  });

  it('refuses a value over the limit and passes many small ones', () => {
    const large = 'x'.repeat(limits.maxValueBytes + 1);
    expect(verdict(updateOf((doc) => doc.getMap('m').set('a', large)))).toBe('record-too-large');
    expect(verdict(updateOf((doc) => doc.getText('t').insert(0, large)))).toBe('record-too-large');
    expect(verdict(updateOf((doc) => doc.getMap('m').set('a', new Uint8Array(2_000))))).toBe(
      'record-too-large',
    );
    const many = Array.from({ length: 100 }, () => 'x'.repeat(100));
    expect(verdict(updateOf((doc) => doc.getArray('l').insert(0, many)))).toBeNull();
  });

  it('refuses values and types that nest deeper than the limit', () => {
    expect(verdict(updateOf((doc) => doc.getMap('m').set('a', nestedArray(100))))).toBeNull();
    expect(verdict(updateOf((doc) => doc.getMap('m').set('a', nestedArray(101))))).toBe('record-too-large');
    const embed = updateOf((doc) => doc.getText('t').insertEmbed(0, nestedArray(101)));
    expect(verdict(embed)).toBe('record-too-large');
    expect(verdict(updateOf((doc) => nestMaps(doc, 100)))).toBeNull();
    expect(verdict(updateOf((doc) => nestMaps(doc, 101)))).toBe('record-too-large');
  });

  it('counts types that came in earlier updates', () => {
    const doc = docWith(1);
    nestMaps(doc, 100);
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(doc);
    innermost(doc).set('one', new Y.Map());
    expect(verdict(Y.encodeStateAsUpdate(doc, before), server)).toBe('record-too-large');
  });
});

const empty = Uint8Array.from([0, 0]);

function verdict(update: Uint8Array, doc = new Y.Doc()): string | null {
  return new UpdateCheck(limits).check(update, doc, alice, everyId);
}

function docWith(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}

function updateOf(edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = docWith(5);
  edit(doc);
  return Y.encodeStateAsUpdate(doc);
}

function build(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** An update with one item of client 5 in the root type `t`. */
function item(
  head: { readonly kind: number; readonly origin?: readonly [number, number] },
  writeContent: (encoder: encoding.Encoder) => void,
): Uint8Array {
  return build((encoder) => {
    for (const value of [1, 1, 5, 0]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, head.kind | (head.origin ? 128 : 0));
    if (head.origin) for (const value of head.origin) encoding.writeVarUint(encoder, value);
    else {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 't');
    }
    writeContent(encoder);
    encoding.writeVarUint(encoder, 0);
  });
}

function nestedArray(depth: number): unknown[] {
  let value: unknown[] = [];
  for (let level = 1; level < depth; level += 1) value = [value];
  return value;
}

function nestMaps(doc: Y.Doc, depth: number): void {
  let map = doc.getMap('root');
  for (let level = 0; level < depth; level += 1) {
    const inner = new Y.Map<unknown>();
    map.set('inner', inner);
    map = inner;
  }
}

function innermost(doc: Y.Doc): Y.Map<unknown> {
  let map: Y.Map<unknown> = doc.getMap('root');
  while (map.has('inner')) map = map.get('inner') as Y.Map<unknown>;
  return map;
}

function writeSomething(doc: Y.Doc, random: SeededRandom): void {
  const text = doc.getText('t');
  const list = doc.getArray<unknown>('l');
  switch (random.integer(8)) {
    case 0:
      return text.insert(random.integer(text.length + 1), random.pick(['a', 'é', '👋', 'word']));
    case 1:
      return text.insert(random.integer(text.length + 1), random.word(3), { bold: random.chance(0.5) });
    case 2:
      return text.delete(0, random.integer(text.length + 1));
    case 3:
      return void doc.getMap('m').set(random.word(1), { n: random.next(), list: [random.word(2), null] });
    case 4:
      return list.insert(random.integer(list.length + 1), [random.integer(9), new Y.Map([['a', 1]])]);
    case 5:
      return list.delete(0, random.integer(list.length + 1));
    case 6:
      return doc.getXmlFragment('x').insert(0, [random.pick([new Y.XmlElement('p'), new Y.XmlText('hi')])]);
    default:
      return void doc.getMap('m').set('bytes', Uint8Array.from([random.integer(256)]));
  }
}
