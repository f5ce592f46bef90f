import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenInvariants } from '../testing/brokenInvariants.ts';
import { moves, play } from '../testing/moves.ts';
import { type Person, everybody, type TestWorkshop } from '../testing/TestWorkshop.ts';
import { parseEvent } from './Event.ts';
import { evolve } from './evolve.ts';
import type { Privates } from './Privates.ts';
import { initialState } from './State.ts';
import { viewFor } from './viewFor.ts';
import { workshopViewSchema } from './View.ts';

const runs = { numRuns: 100 };
/** A slow machine is no failure. */
const patient = { timeout: 120_000 };

describe('any sequence of commands', () => {
  test('keeps what must always hold', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        play(all, (workshop) => expect(brokenInvariants(workshop)).toEqual([]));
      }),
      runs,
    );
  });

  test('leaves events that give the same state again, from JSON too', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        const { workshop, events } = play(all);
        expect(events.reduce(evolve, initialState)).toEqual(workshop.state);
        const stored: unknown[] = JSON.parse(JSON.stringify(events));
        const read = stored.map((event) => parseEvent(event));
        const restored = read
          .flatMap((event) => (event.ok ? [event.value] : []))
          .reduce(evolve, initialState);
        expect(restored).toEqual(workshop.state);
        expect(JSON.parse(JSON.stringify(workshop))).toEqual(workshop);
      }),
      runs,
    );
  });

  test('comes out the same when it is given again', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        expect(JSON.stringify(play(all).workshop)).toBe(JSON.stringify(play(all).workshop));
      }),
      { numRuns: 50 },
    );
  });

  test('changes nothing when every command of it is sent once more', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        const workshop = play(all);
        const { state, privates } = workshop.workshop;
        const given = workshop.requests.slice();
        for (const { actorId, commandId, command } of given) {
          workshop.give(actorId as string as Person, command, commandId);
        }
        expect(workshop.workshop).toMatchObject({ state, privates });
      }),
      { numRuns: 80 },
    );
  });

  test('gives everybody a view that passes the wire unchanged', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        const workshop = play(all);
        for (const [, view] of viewsOf(workshop)) {
          expect(workshopViewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('what is private', () => {
  test('stands in no view of anybody else, in no state, and in no event but a reveal', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        const { events } = play(all, (workshop) => {
          if (!isLookedAt(workshop)) return;
          expect(JSON.stringify(workshop.workshop.state)).not.toContain('whisper-');
          expect(JSON.stringify(workshop.workshop.receipts)).not.toContain('whisper-');
          for (const [person, view] of viewsOf(workshop)) {
            const shared = sharedWriters(workshop, person);
            const writers = JSON.stringify(view).matchAll(/whisper-(\w+)-/g);
            for (const [, writer] of writers) expect(shared, `seen by ${person}`).toContain(writer);
          }
        });
        const others = events.filter(({ type }) => type !== 'drafts.revealed');
        expect(JSON.stringify(others)).not.toContain('whisper-');
      }),
      { numRuns: 60 },
    );
  });

  test('may be anything without anybody else seeing a difference', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        const workshop = play(all);
        for (const [person, view] of viewsOf(workshop)) {
          const { state, privates } = workshop.workshop;
          const changed = { state, privates: withOthersChanged(privates, workshop, person) };
          const seen = viewFor(changed, workshop.roster, view.you.participantId, workshop.now);
          expect(JSON.stringify(seen)).toBe(JSON.stringify(view));
        }
      }),
      runs,
    );
  });

  test('is tied to nobody once it was revealed without names', patient, () => {
    fc.assert(
      fc.property(moves, (all) => {
        for (const event of play(all).events) {
          if (event.type !== 'drafts.revealed' || !event.isAnonymous) continue;
          const notes = event.notes.map((note) => ({ ...note, text: '' }));
          const told = JSON.stringify({ ...event, notes, by: '' });
          for (const person of everybody) expect(told).not.toContain(`"${person}"`);
          expect(told).not.toContain('draft-');
        }
      }),
      runs,
    );
  });
});

/** All views after every command would take long: every fifth, and whenever there is much to leak. */
function isLookedAt({ requests, workshop }: TestWorkshop): boolean {
  return requests.length % 5 === 0 || workshop.privates.drafts.length > 6;
}

function viewsOf(workshop: TestWorkshop) {
  return everybody.flatMap((person) => {
    const view = viewFor(workshop.workshop, workshop.roster, person as never, workshop.now);
    return view ? [[person, view] as const] : [];
  });
}

/** Whose drafts a person may see: their own, and in shared steps those of their partner's people. */
function sharedWriters({ roster }: TestWorkshop, person: Person): string[] {
  const partner = roster.members.find(({ id }) => id === person)?.partnerId;
  const colleagues = roster.members.filter(({ partnerId }) => partner !== null && partnerId === partner);
  return [person, ...colleagues.map(({ id }) => id)];
}

function withOthersChanged(privates: Privates, { roster }: TestWorkshop, person: Person): Privates {
  const partner = roster.members.find(({ id }) => id === person)?.partnerId;
  return {
    drafts: privates.drafts.map((draft) => {
      const isShared = draft.scope === 'partner' && draft.partnerId !== null && draft.partnerId === partner;
      const isTheirs = draft.authorId === person || isShared;
      return isTheirs ? draft : { ...draft, draftId: `other-${draft.draftId}`, text: 'different', rev: 77 };
    }),
    ballots: privates.ballots.map((ballot) =>
      ballot.participantId === person ? ballot : { ...ballot, answers: [{ key: 'elsewhere', value: 1 }] },
    ),
  };
}
