import { describe, expect, it } from 'vitest';
import { summariseProfiles, type CpuProfile } from './summariseProfile.ts';

function profileOf(spent: readonly [functionName: string, url: string, us: number][]): CpuProfile {
  return {
    nodes: spent.map(([functionName, url], id) => ({ id, callFrame: { functionName, url } })),
    samples: spent.map((_, id) => id),
    timeDeltas: spent.map(([, , us]) => us),
  };
}

describe('summariseProfiles', () => {
  it('adds up by function and leaves idle time out', () => {
    const profile = profileOf([
      ['(idle)', '', 500],
      ['post', 'node:inspector', 100],
      ['send', 'file:///somewhere/x/packages/sync/src/room/Session.ts', 100],
      ['applyUpdate', 'file:///x/node_modules/.pnpm/yjs@1/node_modules/yjs/dist/yjs.mjs', 200],
      ['send', 'file:///somewhere/x/packages/sync/src/room/Session.ts', 100],
    ]);
    expect(summariseProfiles([profile], { id: 'fanOut', part: 'server' }, 5)).toEqual({
      scenarioId: 'fanOut',
      part: 'server',
      busyPart: 0.4,
      lines: [
        { where: 'send (packages/sync/src/room/Session.ts)', part: 0.5 },
        { where: 'applyUpdate (yjs/dist/yjs.mjs)', part: 0.5 },
      ],
    });
  });

  it('adds up several profiles', () => {
    const profiles = [
      profileOf([['a', '', 10]]),
      profileOf([
        ['a', '', 20],
        ['b', '', 10],
      ]),
    ];
    expect(summariseProfiles(profiles, { id: 'kill', part: 'server' }, 5).lines).toEqual([
      { where: 'a', part: 0.75 },
      { where: 'b', part: 0.25 },
    ]);
  });

  it('gives the busiest lines only', () => {
    const profile = profileOf([
      ['writev', '', 10],
      ['', 'node:net', 30],
    ]);
    expect(summariseProfiles([profile], { id: 'kill', part: 'server' }, 1).lines).toEqual([
      { where: 'a function (node:net)', part: 0.75 },
    ]);
  });
});
