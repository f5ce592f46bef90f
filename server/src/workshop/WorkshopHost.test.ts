import {
  decodeServerMessage,
  type BoardId,
  type CommandId,
  type ParticipantId,
  type ServerMessage,
} from '@common-ground/protocol';
import type { Session } from '@common-ground/sync';
import { MemoryWorkshopStore, settlePromises, TestBoard, type RawConnection } from '@common-ground/testkit';
import type { Command, Step, WorkshopView } from '@common-ground/workshop';
import * as decoding from 'lib0/decoding';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';
import type { EffectfulEvent, WorkshopEffects } from './WorkshopEffects.ts';
import { RoomRoster } from './RoomRoster.ts';
import { secureChance } from './secureChance.ts';
import { WorkshopHost } from './WorkshopHost.ts';
import type { NumberedEvent } from './workshopRows.ts';

const boardId = 'board' as BoardId;
const sections = ['start'];
const steps: Step[] = [
  {
    key: 'gather',
    title: 'Gather',
    instruction: 'Write.',
    minutes: 5,
    mode: { kind: 'private', scope: 'own', reveal: 'named', revealBy: 'all', sectionKeys: sections },
  },
];
const start: Command = { type: 'agenda.start', title: 'A workshop', templateId: null, steps };
const write: Command = {
  type: 'drafts.write',
  stepKey: 'gather',
  sectionKey: 'start',
  told: { scope: 'own', reveal: 'named' },
  drafts: [{ draftId: 'd1', text: 'a draft' }],
};
const reveal: Command = { type: 'drafts.reveal', stepKey: 'gather', lane: null };

let board: TestBoard;
let store: MemoryWorkshopStore;
let host: WorkshopHost;
let people: ParticipantRecord[];
let effects: FakeEffects;
let errors: string[];
let commands = 0;
beforeEach(async () => {
  board = await TestBoard.open({
    hooks: {
      onJoin: (session) => host.joined(session),
      onCommand: (session, envelope) => host.receive(session, envelope),
    },
  });
  onTestFinished(() => board.dispose());
  store = new MemoryWorkshopStore();
  store.createBoard(boardId);
  people = [person('fay', 'facilitator'), person('alice', 'contributor')];
  effects = new FakeEffects();
  errors = [];
  host = await loadHost();
});

function person(name: string, role: ParticipantRecord['role']): ParticipantRecord {
  const id = name as ParticipantId;
  return {
    id,
    name,
    partnerId: null,
    role,
    linkId: 'link' as ParticipantRecord['linkId'],
    joinedAt: 0,
    removedAt: null,
  };
}

/** Effects that are noted, and fail on demand. */
class FakeEffects implements Pick<WorkshopEffects, 'run'> {
  readonly made: string[] = [];
  failing = 0;

  async run({ event, version }: NumberedEvent<EffectfulEvent>): Promise<void> {
    if (this.failing > 0) {
      this.failing -= 1;
      throw new Error('no page');
    }
    this.made.push(`${event.type} ${version}`);
  }
}

function loadHost(): Promise<WorkshopHost> {
  const roster = new RoomRoster({
    clock: board.clock,
    readPeople: async () => ({ partners: [], participants: people }),
    presentIds: () => board.room.participantIds,
  });
  return WorkshopHost.load({
    boardId,
    room: board.room,
    store,
    roster,
    effects: effects as unknown as WorkshopEffects,
    clock: board.clock,
    chance: secureChance,
    onError: (error, what) => errors.push(`${what}: ${String(error)}`),
  });
}

function join(name: string): RawConnection {
  return board.join(name, { wantsExtras: true, role: name === 'fay' ? 'facilitator' : 'contributor' });
}

function messagesOf({ socket }: RawConnection): ServerMessage[] {
  return socket.frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame);
    const message = decodeServerMessage(decoding.readVarUint(decoder), decoder);
    return message.ok ? [message.value] : [];
  });
}

function viewsOf(connection: RawConnection): WorkshopView[] {
  return messagesOf(connection).flatMap((message) =>
    message.type === 'workshop' ? [message.view as WorkshopView] : [],
  );
}

function answersTo(connection: RawConnection): unknown[] {
  return messagesOf(connection).flatMap((message) =>
    message.type === 'commandResult' ? [message.answer.result] : [],
  );
}

async function give({ session }: { session: Session }, command: unknown, commandId?: string): Promise<void> {
  commands += 1;
  host.receive(session, { commandId: (commandId ?? `command-${commands}`) as CommandId, command });
  await settlePromises();
}

describe('views', () => {
  it('come at once, and then together at most every 80 ms', async () => {
    const fay = join('fay');
    expect(viewsOf(fay)).toHaveLength(1);
    await board.clock.advanceAsync(100);
    await give(fay, start);
    await board.clock.advanceAsync(0);
    expect(viewsOf(fay).at(-1)?.agenda.phase).toBe('running');
    const { length } = viewsOf(fay);
    for (const isUp of [true, false, true, false, true]) await give(fay, { type: 'people.setHand', isUp });
    await board.clock.advanceAsync(79);
    expect(viewsOf(fay)).toHaveLength(length);
    await board.clock.advanceAsync(1);
    expect(viewsOf(fay)).toHaveLength(length + 1);
    expect(viewsOf(fay).at(-1)?.people.handIds).toEqual(['fay']);
  });

  it('go only to whom something changed for, and not at all when only time passed', async () => {
    const [fay, alice] = [join('fay'), join('alice')];
    await give(fay, start);
    await give(fay, { type: 'timer.start', minutes: 5 });
    await give(alice, write);
    await board.clock.advanceAsync(100);
    const counts = () => [viewsOf(fay).length, viewsOf(alice).length];
    const [fays = 0, alices = 0] = counts();
    await give(alice, { type: 'drafts.edit', draftId: 'd1', rev: 0, text: 'other words' });
    await board.clock.advanceAsync(100);
    expect(counts()).toEqual([fays, alices + 1]);
    host.peopleChanged();
    await board.clock.advanceAsync(1_000);
    expect(counts()).toEqual([fays, alices + 1]);
  });

  it('say when a countdown is over', async () => {
    const fay = join('fay');
    await give(fay, start);
    await give(fay, { type: 'timer.start', minutes: 5 });
    await board.clock.advanceAsync(299_000);
    expect(viewsOf(fay).at(-1)?.timer).toMatchObject({ isOver: false });
    await board.clock.advanceAsync(1_100);
    expect(viewsOf(fay).at(-1)?.timer).toMatchObject({ isOver: true, remainingMs: 0 });
  });

  it('stop when the host is closed', async () => {
    const fay = join('fay');
    await give(fay, start);
    host.close();
    const { length } = fay.socket.frames;
    await give(fay, { type: 'people.setHand', isUp: true });
    await board.clock.advanceAsync(10_000);
    expect(fay.socket.frames).toHaveLength(length);
  });
});

describe('a storage that fails', () => {
  it('changes nothing and closes the connection, whose command is carried out when it comes again', async () => {
    const fay = join('fay');
    store.failNext();
    await give(fay, start, 'again');
    expect(fay.socket.closeReason).toBe('server-trouble');
    expect((await store.load(boardId)).events).toEqual([]);
    expect(errors).toHaveLength(1);
    const later = join('fay');
    expect(viewsOf(later).at(-1)?.agenda.phase).toBe('idle');
    await give(later, start, 'again');
    expect(answersTo(later)).toEqual([{ ok: true, value: { ids: [] } }]);
  });

  it('keeps a command from being carried out twice when its answer was lost', async () => {
    const fay = join('fay');
    await give(fay, start, 'once');
    fay.session.leave();
    host = await loadHost();
    const again = join('fay');
    await give(again, start, 'once');
    expect(answersTo(again)).toEqual([{ ok: true, value: { ids: [] } }]);
    expect((await store.load(boardId)).events).toHaveLength(1);
  });
});

describe('events that somebody else stored', () => {
  it('are read, and the command is decided anew', async () => {
    const fay = join('fay');
    const other = await loadHost();
    other.receive(fay.session, { commandId: 'other' as CommandId, command: start });
    await settlePromises();
    await give(fay, { type: 'timer.start', minutes: 1 });
    // This host did not know of the start: alone it would have refused.
    expect(answersTo(fay).at(-1)).toMatchObject({ ok: false, error: { code: 'not-running' } });
    await give(fay, { type: 'canvas.setLock', isLocked: true });
    expect(answersTo(fay).at(-1)).toMatchObject({ ok: true });
    await give(fay, { type: 'timer.start', minutes: 1 });
    expect(answersTo(fay).at(-1)).toMatchObject({ ok: true });
    expect((await store.load(boardId)).events).toHaveLength(3);
  });
});

describe('effects', () => {
  it('are made once, in order, and noted', async () => {
    const fay = join('fay');
    await give(fay, start);
    await give(fay, write);
    await give(fay, reveal);
    await give(fay, { type: 'people.setRole', participantId: 'alice' as ParticipantId, role: 'observer' });
    expect(effects.made).toEqual(['drafts.revealed 2', 'people.roleChanged 3']);
    host = await loadHost();
    await settlePromises();
    expect(effects.made).toHaveLength(2);
  });

  it('are tried again when they fail, and made after a restart', async () => {
    const fay = join('fay');
    await give(fay, start);
    await give(fay, write);
    effects.failing = 2;
    await give(fay, reveal);
    expect(answersTo(fay).at(-1)).toMatchObject({ ok: true });
    expect(effects.made).toEqual([]);
    expect(errors).toEqual(['the effect of an event: Error: no page']);
    host.close();
    host = await loadHost();
    await settlePromises();
    expect(effects.made).toEqual([]);
    await board.clock.advanceAsync(1_000);
    expect(effects.made).toEqual(['drafts.revealed 2']);
    await board.clock.advanceAsync(60_000);
    expect(effects.made).toHaveLength(1);
  });
});

/** What the facilitator, the contributor and a stranger may change now. */
function limits(): unknown[] {
  return ['fay', 'alice', 'stranger'].map((id) => host.limitOf(id as ParticipantId));
}

describe('what people may change on the canvas', () => {
  it('follows role, lock and notes only', async () => {
    const fay = join('fay');
    expect(limits()).toEqual([null, 'unlocked', 'unlocked']);
    await give(fay, { type: 'canvas.setNotesOnly', isNotesOnly: true });
    expect(limits()).toEqual([null, 'notes', 'unlocked']);
    await give(fay, { type: 'canvas.setLock', isLocked: true });
    expect(limits()).toEqual([null, 'nothing', 'unlocked']);
    fay.session.leave();
    expect(limits()).toEqual([null, 'notes', 'unlocked']);
  });

  it('is told to who did more, but not at every stroke', async () => {
    const alice = join('alice');
    const notices = () => messagesOf(alice).filter(({ type }) => type === 'notice').length;
    for (let count = 0; count < 5; count += 1) host.putBack(alice.session);
    expect(notices()).toBe(1);
    await board.clock.advanceAsync(3_000);
    host.putBack(alice.session);
    expect(notices()).toBe(2);
  });
});

describe('a partner', () => {
  it('stays as it is while somebody’s answer depends on it', async () => {
    const [fay, alice] = [join('fay'), join('alice')];
    const vote = { key: 'vote', title: 'Vote', instruction: 'Vote.', minutes: 5 };
    const mode = { kind: 'vote', dots: 3, maxPerItem: 3, weight: 'person', privacy: 'by-partner' } as const;
    await give(fay, { ...start, steps: [{ ...vote, mode }] });
    await give(fay, { type: 'ballots.open', stepKey: 'vote', items: [{ itemId: 'shape:a', label: 'A' }] });
    expect(host.refusePartnerChange('alice' as ParticipantId)).toBeNull();
    const dots = { stepKey: 'vote', round: 1, told: 'by-partner', itemId: 'shape:a', dots: 1 };
    await give(alice, { type: 'ballots.placeDots', ...dots });
    expect(host.refusePartnerChange('alice' as ParticipantId)?.code).toBe('partner-fixed');
    expect(host.refusePartnerChange('fay' as ParticipantId)).toBeNull();
  });
});

describe('the lead', () => {
  it('can be taken over a minute after the last facilitator has left, and not before', async () => {
    const [fay, alice] = [join('fay'), join('alice')];
    await give(fay, start);
    await board.clock.advanceAsync(120_000);
    fay.session.leave();
    host.left('fay' as ParticipantId);
    await board.clock.advanceAsync(59_000);
    await give(alice, { type: 'people.takeOver' });
    await board.clock.advanceAsync(1_000);
    await give(alice, { type: 'people.takeOver' });
    const here = { ok: false, error: { code: 'facilitator-here' } };
    expect(answersTo(alice)).toMatchObject([here, { ok: true }]);
    expect(effects.made).toContain('people.roleChanged 2');
  });
});
