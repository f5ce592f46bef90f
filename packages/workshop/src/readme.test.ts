import type { CommandId } from '@common-ground/protocol';
import { expect, test } from 'vitest';
import { type Command, applyDecision, decide, newWorkshop, viewFor } from './index.ts';
import { agenda } from './testing/agenda.ts';
import { SeededChance } from './testing/SeededChance.ts';
import { TestWorkshop } from './testing/TestWorkshop.ts';

test('the README’s example runs', () => {
  const { roster, now } = new TestWorkshop();
  const [facilitator, contributor] = roster.members;
  if (!facilitator || !contributor) throw new Error('the board is empty');
  const clock = { now: () => now };
  const chance = new SeededChance();
  const commandId = 'example' as CommandId;
  const steps = agenda.slice(1);
  const command: Command = { type: 'agenda.start', title: 'Looking back', templateId: null, steps };

  // README begins
  const workshop = newWorkshop;
  const request = { commandId, actorId: facilitator.id, command };

  const decided = decide(workshop, roster, request, clock.now(), chance);
  expect(decided.ok).toBe(true);

  // On a server: store events, private changes and receipt in one transaction, then:
  const started = applyDecision(workshop, request, decided);
  const view = viewFor(started, roster, contributor.id, clock.now());
  expect(view?.agenda).toMatchObject({ phase: 'running', currentKey: 'gather' });

  // A contributor may not do the same, and is told who may.
  const refused = decide(started, roster, { ...request, actorId: contributor.id }, clock.now(), chance);
  expect(refused).toMatchObject({ ok: false, error: { code: 'facilitators-only' } });
  // README ends
});
