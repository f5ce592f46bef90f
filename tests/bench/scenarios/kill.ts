import { forEachMark } from '../generator/marks.ts';
import { Pacer } from '../generator/Pacer.ts';
import { pause, until } from '../generator/pausing.ts';
import { moveOfPlace, noteIds } from '../wires/Wire.ts';
import { play } from './busyBoard.ts';
import { Crowd } from './Crowd.ts';
import type { Lab } from './Lab.ts';
import { layOutNotes, readBoard } from './layOutNotes.ts';
import type { Scenario } from './Scenario.ts';

const editsPerSecond = 50;
const seenWithinMs = 10_000;
/** The rounds differ in how long people edit before the power goes. */
const shortestMs = 300;
const longerByMs = 170;

/** The server is killed a moment after somebody saw an edit: how much of what was seen is there afterwards. */
export const kill: Scenario = {
  id: 'kill',
  part: 'server',
  limitMs: 90_000,
  suits: () => true,
  run: async (lab, { kill: sizes }) => {
    let [seen, kept] = [0, 0];
    for (let round = 0; round < sizes.rounds; round += 1) {
      const result = await killOnce(lab, shortestMs + round * longerByMs, sizes.afterSeenMs);
      seen += result.seen;
      kept += Math.min(result.seen, result.kept);
    }
    return { seen, kept, keptPart: kept / seen };
  },
};

async function killOnce(lab: Lab, editingMs: number, afterSeenMs: number) {
  const first = await lab.start();
  const board = await first.newBoard();
  const ids = noteIds(1);
  const seeder = lab.keep(await layOutNotes(first, board, ids));
  let seen = 0;
  const onMessage = (index: number, message: Buffer): void => {
    if (index === 1) forEachMark(message, (_, seq) => (seen = Math.max(seen, seq + 1)));
  };
  const crowd = lab.keep(await Crowd.join({ target: first, board, count: 2, onMessage }));
  const frames = crowd.wire.moves(0, ids, Math.ceil((editsPerSecond * (editingMs + seenWithinMs)) / 1_000));
  let sent = 0;
  const edits = {
    pacer: new Pacer(editsPerSecond, performance.now()),
    send: () => {
      const frame = frames[sent];
      sent += 1;
      if (frame) crowd.client(0).send(frame);
    },
  };
  await play([edits], editingMs);
  const wanted = seen + 1;
  const playing = play([edits], seenWithinMs, () => seen >= wanted);
  await until(() => seen >= wanted, seenWithinMs);
  const seenThen = seen;
  await playing;
  await pause(afterSeenMs);
  await lab.kill(first);
  for (const gone of [seeder, crowd]) gone.leave();
  const second = await lab.start();
  const { places } = await readBoard(second, board);
  await lab.stop(second);
  const lastKept = moveOfPlace(places.get(ids[0] ?? ''));
  return { seen: seenThen, kept: lastKept === null ? 0 : lastKept + 1 };
}
