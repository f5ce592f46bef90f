import type { CommandEnvelope, CommandId } from '@common-ground/protocol';
import { refusal } from '@common-ground/workshop';
import { describe, expect, it } from 'vitest';
import { viewWith } from '../testing/viewWith.ts';
import { WorkshopClient } from './WorkshopClient.ts';

function connectedClient() {
  const sent: CommandEnvelope[] = [];
  let count = 0;
  const client = new WorkshopClient({
    send: (envelope) => sent.push(envelope),
    newId: () => `c${(count += 1)}` as CommandId,
    localNow: () => 0,
  });
  client.connected();
  return { client, sent };
}

const hand = { type: 'people.setHand', isUp: true } as const;
const done = { ok: true, value: { ids: ['x'] } };

describe('the workshop’s client', () => {
  it('gives a command under an id of its own and resolves with its answer', async () => {
    const { client, sent } = connectedClient();
    const answer = client.give(hand);
    expect(sent).toEqual([{ commandId: 'c1', command: hand }]);
    client.receiveAnswer({ commandId: 'c1' as CommandId, result: done });
    expect(await answer).toEqual(done);
    expect(client.waitingCount.get()).toBe(0);
  });

  it('sends what was not answered again on the next connection, under the same id and in order', () => {
    const { client, sent } = connectedClient();
    void client.give(hand);
    client.disconnected();
    void client.give({ type: 'people.setReady', isReady: true });
    expect(sent).toHaveLength(1);
    sent.length = 0;
    client.connected();
    expect(sent.map(({ commandId }) => commandId)).toEqual(['c1', 'c2']);
    client.receiveAnswer({ commandId: 'c1' as CommandId, result: done });
    sent.length = 0;
    client.connected();
    expect(sent.map(({ commandId }) => commandId)).toEqual(['c2']);
  });

  it('shows a refusal with the engine’s sentence until it is put away', async () => {
    const { client } = connectedClient();
    const answer = client.give(hand);
    const error = refusal('facilitators-only');
    client.receiveAnswer({ commandId: 'c1' as CommandId, result: { ok: false, error } });
    expect(await answer).toEqual({ ok: false, error });
    expect(client.refusals.get()).toEqual([{ id: 'c1', refusal: error }]);
    client.dismissRefusal('c1' as CommandId);
    expect(client.refusals.get()).toEqual([]);
  });

  it('leaves a refusal to a caller who deals with it', async () => {
    const { client } = connectedClient();
    const answer = client.give(hand, { isQuiet: true });
    client.receiveAnswer({
      commandId: 'c1' as CommandId,
      result: { ok: false, error: refusal('not-running') },
    });
    expect((await answer).ok).toBe(false);
    expect(client.refusals.get()).toEqual([]);
  });

  it('ignores answers that nobody waits for, and views that it cannot read', () => {
    const { client } = connectedClient();
    client.receiveAnswer({ commandId: 'other' as CommandId, result: done });
    client.receiveView(viewWith({ serverTime: 5_000 }));
    client.receiveView({ serverTime: 'noon' });
    expect(client.view.get()?.serverTime).toBe(5_000);
    expect(client.serverNow()).toBe(5_000);
  });

  it('passes signs on to those who listen', () => {
    const { client } = connectedClient();
    const seen: unknown[] = [];
    const stop = client.onSign((sign) => seen.push(sign));
    const clap = { kind: 'reaction', by: 'anna', reaction: 'clap' };
    client.receiveSign(clap);
    client.receiveSign({ kind: 'reaction', by: 'anna', reaction: 'boo' });
    stop();
    client.receiveSign(clap);
    expect(seen).toEqual([clap]);
  });
});
