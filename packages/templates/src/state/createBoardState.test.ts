import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retrospective } from '../retrospective/index.ts';
import { TestBoard } from '../testing/TestBoard.ts';

const board = () => new TestBoard(retrospective).person('Alice', 'Harbour');

describe('the state of a board', () => {
  it('knows the section, cluster, author and partner of a note', () => {
    const one = board();
    const cluster = one.cluster('start', 'Meetings');
    one.note('start', 'Meet\n  earlier ', { holder: cluster, meta: { by: 'alice', at: 5 } });
    expect(one.state().notes).toEqual([
      {
        shapeId: 'shape:note2',
        text: 'Meet\nearlier',
        sectionId: 'shape:launch-start',
        sectionKey: 'start',
        clusterId: cluster,
        authorId: 'alice',
        partnerId: 'harbour',
        writtenAt: 5,
        missedDate: null,
      },
    ]);
    expect(one.state().clusters).toEqual([{ shapeId: cluster, title: 'Meetings', sectionKey: 'start' }]);
  });

  it('takes a revealed note’s partner from the note, and knows nobody of an anonymous one', () => {
    const one = board();
    one.note('start', 'Ours', { meta: { partnerId: 'city' } });
    one.note('start', 'Somebody’s');
    one.note('start', 'A stranger’s', { meta: { by: 'stranger', partnerId: 'not on the board' } });
    expect(one.state().notes.map(({ authorId, partnerId }) => [authorId, partnerId])).toEqual([
      [null, 'city'],
      [null, null],
      [null, null],
    ]);
  });

  it('counts a frame without notes as no cluster', () => {
    const one = board();
    one.cluster('start', 'Empty');
    expect(one.state().clusters).toEqual([]);
  });

  it('tells notes in reading order, also those in turned and nested holders', () => {
    const one = board();
    const note = (id: string, x: number, y: number, parentId = 'page:page') => {
      const made = one.note('start', id, { holder: parentId });
      Object.assign(one.records.find((record) => record['id'] === made) ?? {}, { x, y });
    };
    note('third', 0, 9_000);
    note('second', 300, 8_010);
    note('first', 0, 8_060);
    const turned = { rotation: Math.PI, x: 500, y: 9_500, parentId: 'page:page' };
    one.records.push({ typeName: 'shape', id: 'shape:g', type: 'group', props: {}, meta: {}, ...turned });
    // Turned upside down, what lies 1,900 px below the group's corner stands above it.
    note('before all', 0, 1_900, 'shape:g');
    expect(one.state().notes.map(({ text }) => text)).toEqual(['before all', 'first', 'second', 'third']);
  });

  it('ends where parents close a circle', () => {
    const one = board();
    for (const [id, parentId] of [
      ['shape:a', 'shape:b'],
      ['shape:b', 'shape:a'],
    ])
      one.records.push({ typeName: 'shape', id, parentId, type: 'group', props: {}, meta: {} });
    one.note('start', 'Lost', { holder: 'shape:a' });
    expect(one.state().notes).toMatchObject([{ text: 'Lost', sectionKey: null }]);
  });

  it('is the same in whatever order the records come', () => {
    const one = board();
    const cluster = one.cluster('stop', 'Calls');
    for (let index = 0; index < 6; index += 1)
      one.note('start', `Note ${index}`, index % 2 === 0 ? { holder: cluster } : {});
    const state = one.state();
    fc.assert(
      fc.property(fc.shuffledSubarray(one.records, { minLength: one.records.length }), (records) => {
        expect(one.state(records)).toEqual(state);
      }),
    );
  });

  it('takes anything for a record, and a text nested without end for no text', () => {
    const one = board();
    const state = one.state();
    let deep: unknown = { type: 'text', text: 'x' };
    for (let depth = 0; depth < 10_000; depth += 1) deep = { type: 'bulletList', content: [deep] };
    one.records.push({
      typeName: 'shape',
      id: 'shape:deep',
      type: 'note',
      props: { richText: deep },
      meta: {},
    });
    expect(one.state().notes).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.anything()), (broken) => {
        expect(one.state([...broken, ...one.records])).toEqual({ ...state });
      }),
    );
  });
});
