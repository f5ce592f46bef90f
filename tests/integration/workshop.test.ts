import { encodeCommand, messageType, type CommandId } from '@common-ground/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import {
  jump,
  nextFrom,
  startCommand,
  named,
  partnersOwn,
  anonymous,
  workshopAgenda,
  write,
} from './support/workshopAgenda.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { YClient } from './support/YClient.ts';
import { RawSocket } from './support/RawSocket.ts';

let server: TestServer;
let board: CreatedBoard;
let fay: WorkshopClient;
let alice: WorkshopClient;
let bob: WorkshopClient;
const clients: { close(): void }[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  board = await createBoard(server, {
    title: 'A board',
    templateId: 'retrospective',
    partners: ['North', 'South'],
  });
  fay = await join('facilitator', { name: 'Fay' });
  alice = await join('contributor', { name: 'Alice', partner: 'North' });
  bob = await join('contributor', { name: 'Bob', partner: 'South' });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

async function join(role: 'facilitator' | 'contributor' | 'observer', more = {}): Promise<WorkshopClient> {
  const client = await WorkshopClient.join(server, board, role, more);
  clients.push(client);
  return client;
}

async function canvas(): Promise<YClient> {
  const client = await YClient.open(await Visitor.join(server, board, 'observer'));
  clients.push(client);
  return client;
}

interface Note {
  readonly parentId: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly props: { readonly color: string };
  readonly text: string;
}

/** The notes that a step's reveal has put onto the canvas. */
function notesOf(client: YClient, stepKey: string): Note[] {
  const shapes = client.doc.getMap('shapes').toJSON() as Record<
    string,
    { b?: Omit<Note, 'text'>; t?: string }
  >;
  return Object.values(shapes).flatMap(({ b, t }) =>
    b?.meta['stepKey'] === stepKey ? [{ ...b, text: String(t).replace(/<[^>]*>/g, '') }] : [],
  );
}

const reflectStep = { key: 'reflect', title: 'Reflect back', instruction: 'Say it back.', minutes: 5 };
const startConflict = {
  type: 'agenda.start',
  title: 'A conflict',
  templateId: 'conflict-resolution',
} as const;

/** A command frame with any text in it. */
function commandFrame(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [messageType.command, bytes.length, ...bytes];
}

const isIn = (stepKey: string) => (view: { agenda: { phase: string; currentKey?: string } }) =>
  view.agenda.phase === 'running' && view.agenda.currentKey === stepKey;

describe('a workshop over the socket', () => {
  it('shows everybody their own view as they come, before anything was started', async () => {
    const view = await alice.sees(() => true);
    expect(view.you).toMatchObject({ participantId: alice.id, role: 'contributor' });
    expect(view.agenda).toEqual({ phase: 'idle' });
    expect(Math.abs(view.serverTime - Date.now())).toBeLessThan(60_000);
  });

  it('is started by a facilitator, and everybody sees the step', async () => {
    await fay.do(startCommand);
    for (const client of [fay, alice, bob]) {
      const view = await client.sees(isIn('arrive'));
      expect(view.agenda).toMatchObject({ title: 'Looking back', steps: workshopAgenda });
    }
    await fay.do(nextFrom('arrive'));
    await alice.sees(isIn('gather'));
  });

  it('goes one step when two facilitators press next at the same moment', async () => {
    const flo = await join('facilitator', { name: 'Flo' });
    await fay.do(startCommand);
    await flo.sees(isIn('arrive'));
    const answers = await Promise.all([fay.give(nextFrom('arrive')), flo.give(nextFrom('arrive'))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'step-moved' } });
    expect(await bob.sees(isIn('gather'))).toMatchObject({ agenda: { currentKey: 'gather' } });
  });

  it('refuses what is not theirs to contributors and observers, and says who may', async () => {
    const olga = await join('observer', { name: 'Olga' });
    expect(await alice.give(startCommand)).toMatchObject({ ok: false, error: { code: 'facilitators-only' } });
    await fay.do(startCommand);
    await fay.do(nextFrom('arrive'));
    expect(await bob.give(nextFrom('gather'))).toMatchObject({
      ok: false,
      error: { code: 'facilitators-only', message: 'Only a facilitator can do this. Ask one of them.' },
    });
    expect(await olga.give(write('gather', anonymous, ['x'], 'olga'))).toMatchObject({
      ok: false,
      error: { code: 'contributors-only' },
    });
    expect((await alice.sees(isIn('gather'))).drafts.steps[0]).toMatchObject({ writerCount: 0 });
  });

  it('reveals what was written, once, in its section and in its partner’s colour', async () => {
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'signed'));
    await alice.do(write('signed', named, ['North one', 'North two'], 'alice'));
    await bob.do(write('signed', named, ['South one'], 'bob'));
    await fay.do({ type: 'drafts.reveal', stepKey: 'signed', lane: null });
    const reader = await canvas();
    await reader.until(() => notesOf(reader, 'signed').length === 3);
    const notes = notesOf(reader, 'signed');
    expect(notes.map(({ text }) => text).toSorted()).toEqual(['North one', 'North two', 'South one']);
    const south = notes.find(({ text }) => text === 'South one');
    expect(south).toMatchObject({ props: { color: 'orange' }, meta: { createdBy: bob.id } });
    expect(south?.parentId).toMatch(/-start$/);
    expect(await fay.give({ type: 'drafts.reveal', stepKey: 'signed', lane: null })).toMatchObject({
      ok: false,
      error: { code: 'already-revealed' },
    });
    expect(notesOf(reader, 'signed')).toHaveLength(3);
  });

  it('keeps what was said back and heard in the lane of whom it is about, each wording once', async () => {
    const partners = ['North', 'South'];
    board = await createBoard(server, { title: 'A board', templateId: 'conflict-resolution', partners });
    fay = await join('facilitator', { name: 'Fay' });
    alice = await join('contributor', { name: 'Alice', partner: 'North' });
    bob = await join('contributor', { name: 'Bob', partner: 'South' });
    const south = (await bob.sees(() => true)).you.partnerId;
    if (south === null) throw new Error('Bob has no partner.');
    const mode = { kind: 'discuss', topicMinutes: null, restate: true } as const;
    const reflect = { ...reflectStep, mode: { ...mode, sectionKeys: [`heard:${south}`] } };
    await fay.do({ ...startConflict, steps: [reflect] });
    const answerTo = async (text: string, heard: boolean) => {
      await alice.do({ type: 'restatements.write', stepKey: 'reflect', ofPartnerId: south, text });
      const view = await bob.sees(({ restatements }) => restatements.restatements[0]?.text === text);
      const { restatementId = '', version = 0 } = view.restatements.restatements[0] ?? {};
      const missing = heard ? null : 'The school';
      return { type: 'restatements.answer', restatementId, version, heard, missing } as const;
    };
    await bob.do(await answerTo('You are angry', false));
    const heard = await answerTo('You cannot sleep', true);
    await bob.do(heard);
    await bob.do(heard);
    const reader = await canvas();
    await reader.until(() => notesOf(reader, 'reflect').length > 0);
    await bob.do(await answerTo('You cannot sleep at night', true));
    await reader.until(() => notesOf(reader, 'reflect').length > 1);
    const notes = notesOf(reader, 'reflect');
    expect(notes.map(({ text }) => text).toSorted()).toEqual([
      'You cannot sleep',
      'You cannot sleep at night',
    ]);
    expect(notes[0]).toMatchObject({ props: { color: 'blue' } });
    expect(notes[0]?.meta).not.toHaveProperty('createdBy');
    expect(notes[0]?.parentId).toContain(`heard:${south}`);
  });

  it('lays anonymous notes without a name, a partner or a colour', async () => {
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'gather'));
    await alice.do(write('gather', anonymous, ['From somebody'], 'alice'));
    await fay.do({ type: 'drafts.reveal', stepKey: 'gather', lane: null });
    const reader = await canvas();
    await reader.until(() => notesOf(reader, 'gather').length === 1);
    expect(notesOf(reader, 'gather')).toMatchObject([
      { props: { color: 'yellow' }, meta: { stepKey: 'gather' } },
    ]);
    // When it was revealed, the same for all of them; not when it was written.
    expect(Object.keys(notesOf(reader, 'gather')[0]?.meta ?? {})).toEqual(['stepKey', 'createdAt']);
  });

  it('shows a late joiner the current step with the running countdown', async () => {
    await fay.do(startCommand);
    await fay.do({ ...jump('arrive', 'gather'), startTimer: true } as typeof startCommand);
    const { timer } = await fay.sees((view) => view.timer.kind === 'running');
    const late = await join('contributor', { name: 'Late', partner: 'North' });
    const view = await late.sees(() => true);
    expect(view).toMatchObject({
      agenda: { currentKey: 'gather' },
      timer: { deadlineAt: 'deadlineAt' in timer && timer.deadlineAt },
    });
    await fay.sees(({ people }) => people.expectedCount === 3);
  });

  it('says that a countdown is over when it is', async () => {
    await fay.do(startCommand);
    await fay.do({ type: 'timer.start', minutes: 0.01 });
    const view = await alice.sees(({ timer }) => timer.kind === 'running' && timer.isOver);
    expect(view.timer).toMatchObject({ remainingMs: 0 });
  });

  it('sends nothing to whom nothing changed for', async () => {
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'gather'));
    await alice.do(write('gather', anonymous, ['one'], 'alice'));
    await bob.sees((view) => view.drafts.steps[0]?.writerCount === 1);
    await fay.sees((view) => view.drafts.steps[0]?.writerCount === 1);
    const { length } = bob.views;
    await alice.do({ type: 'drafts.edit', draftId: 'alice-0', rev: 0, text: 'two' });
    await alice.sees((view) => view.drafts.yours[0]?.text === 'two');
    expect(bob.views).toHaveLength(length);
  });

  it('answers a repeated command as before, over a new connection too, and does nothing twice', async () => {
    await fay.do(startCommand);
    const commandId = 'once' as CommandId;
    const first = await fay.give(nextFrom('arrive'), commandId);
    await fay.reconnect();
    expect(await fay.give(nextFrom('arrive'), commandId)).toEqual(first);
    expect((await fay.sees(isIn('gather'))).version).toBe(2);
    await server.restart();
    fay.socket.close();
    await fay.reconnect();
    expect(await fay.give(nextFrom('arrive'), commandId)).toEqual(first);
    expect((await fay.sees(isIn('gather'))).version).toBe(2);
  });

  it('passes reactions on to everybody and stores them nowhere', async () => {
    await alice.do({ type: 'people.react', reaction: 'thumbs-up' });
    await bob.socket.until(() => bob.signs.length > 0);
    expect(bob.signs).toEqual([{ kind: 'reaction', by: alice.id, reaction: 'thumbs-up' }]);
    await bob.reconnect();
    await bob.sees(() => true);
    expect(bob.signs).toEqual([]);
  });

  it('shows who is there, and who has gone', async () => {
    await fay.do(startCommand);
    await fay.sees(({ people }) => people.expectedCount === 2);
    bob.close();
    await fay.sees(({ people }) => people.expectedCount === 1);
    fay.close();
    const { people } = await alice.sees((view) => !view.people.hasFacilitatorPresent);
    expect(people.canTakeOverAt).toBeGreaterThan(0);
  });
});

describe('people in a workshop', () => {
  it('get another role at once', async () => {
    await fay.do({ type: 'people.setRole', participantId: alice.id, role: 'facilitator' });
    await alice.sees(({ you }) => you.role === 'facilitator');
    await alice.do(startCommand);
    expect(await fay.visitor.board()).toMatchObject({
      participants: expect.arrayContaining([
        expect.objectContaining({ id: alice.id, role: 'facilitator' }),
      ]) as unknown,
    });
  });

  it('are removed for good', async () => {
    await fay.do({ type: 'people.remove', participantId: bob.id });
    expect(await bob.socket.closed).toEqual({ code: 4401, reason: 'removed' });
    expect((await bob.visitor.call('/ticket', { method: 'POST' })).body).toMatchObject({ code: 'removed' });
  });
});

describe('a partner', () => {
  it('is not changed while notes of one are unrevealed, neither in the profile nor by joining again', async () => {
    await fay.do(startCommand);
    await fay.do(jump('arrive', 'ours'));
    await alice.do(write('ours', partnersOwn, ['ours alone'], 'alice'));
    const { visitor } = bob;
    const change = () => visitor.call('/me', { method: 'PATCH', json: { partner: 'North' } });
    expect(await change()).toMatchObject({ status: 409, body: { code: 'partner_fixed' } });
    const more = { name: 'Bob', partner: 'North', token: visitor.token };
    await expect(Visitor.join(server, board, 'contributor', more)).rejects.toThrow('partner_fixed');
    expect((await visitor.call('/me', { method: 'PATCH', json: { name: 'Bobby' } })).status).toBe(204);
    await fay.do({ type: 'drafts.reveal', stepKey: 'ours', lane: null });
    expect((await change()).status).toBe(204);
    await bob.sees(({ you }) => you.partnerId !== null);
  });
});

describe('what is no command', () => {
  it.each([
    ['an unknown type', { type: 'agenda.explode' }, 'unknown-command'],
    ['no type', {}, 'unknown-command'],
    ['nothing', null, 'unknown-command'],
    ['a prototype’s name', { type: '__proto__' }, 'unknown-command'],
    ['an agenda without steps', { ...startCommand, steps: [] }, 'malformed-command'],
    ['a key twice', { ...startCommand, steps: [...workshopAgenda, workshopAgenda[0]] }, 'malformed-command'],
    ['a field too many', { ...nextFrom('arrive'), actorId: 'fay' }, 'malformed-command'],
    ['a text too long', write('gather', anonymous, ['x'.repeat(5_000)], 'a'), 'malformed-command'],
  ])('is refused with a sentence: %s', async (_, command, code) => {
    expect(await fay.giveRaw(command)).toMatchObject({ ok: false, error: { code } });
  });
  it.each([
    ['no JSON', commandFrame('{')],
    ['no envelope', commandFrame('[]')],
    ['no id', commandFrame('{"command":{}}')],
    ['an id that is none', commandFrame('{"commandId":"a b","command":{}}')],
    ['a length beyond the frame', [messageType.command, 100, 123]],
    ['bytes behind the end', [...commandFrame('{"commandId":"a","command":{}}'), 0]],
  ])('closes the connection it came by and harms nobody: %s', async (_, frame) => {
    bob.socket.send(frame);
    expect(await bob.socket.closed).toEqual({ code: 1007, reason: 'undecodable-frame' });
    await alice.give({ type: 'people.setHand', isUp: true });
  });

  it('closes a plain client that gives commands', async () => {
    const socket = await RawSocket.open(await alice.visitor.syncAddress());
    socket.send(
      encodeCommand({ commandId: 'x' as CommandId, command: { type: 'people.setHand', isUp: true } }),
    );
    expect(await socket.closed).toEqual({ code: 1003, reason: 'unknown-message' });
  });

  it('closes a connection that gives too many', async () => {
    for (let index = 0; index < 400; index += 1)
      bob.socket.send(encodeCommand({ commandId: `x${index}` as CommandId, command: {} }));
    expect(await bob.socket.closed).toEqual({ code: 1008, reason: 'too-many-frames' });
  });
});
