import { fail, ok, type Result } from '@common-ground/protocol';
import type { EditGuard } from '../ports/EditGuard.ts';
import type { ClientIds } from '../update/UpdateCheck.ts';
import { SpoiledCanvasError, type Canvas, type EditOutcome } from './Canvas.ts';
import type { QueuedEdit, ServerEdit, SessionEdit } from './EditQueue.ts';
import type { Session } from './Session.ts';

/** What a batch is applied to, and under which rules. */
export interface BatchTarget {
  readonly canvas: Canvas;
  readonly ids: ClientIds;
  /** Null where everybody who may edit may change everything. */
  readonly guard: EditGuard | null;
  /** Whether a batch has just spoiled the document, so that whoever does it again must be found out. */
  readonly isOneByOne: boolean;
  /** Something that this session did was put back. */
  onPutBack(session: Session, lane: string): void;
}

/** A batch that is in the document. */
export interface AppliedBatch {
  readonly serverEdits: readonly ServerEdit[];
  readonly judged: readonly (readonly [SessionEdit, EditOutcome])[];
}

/** A batch that spoiled the document: edits from `start` on were being applied. */
export interface BatchFailure {
  readonly start: number;
  readonly error: unknown;
}

/**
 * Applies a batch in order, neighbouring edits of sessions under the same rights together. Fails when the document was
 * spoiled, and then nobody has been told anything.
 */
export function applyBatch(
  batch: readonly QueuedEdit[],
  target: BatchTarget,
): Result<AppliedBatch, BatchFailure> {
  const serverEdits: ServerEdit[] = [];
  const judged: (readonly [SessionEdit, EditOutcome])[] = [];
  let start = 0;
  try {
    while (start < batch.length) {
      const first = batch[start];
      if (first?.kind === 'server') {
        first.run(target.canvas);
        serverEdits.push(first);
        start += 1;
      } else {
        const { run, lane } = nextRun(batch, start, target.guard);
        const outcomes = applyRun(run, lane, target);
        run.forEach((edit, index) => judged.push([edit, outcomes[index] ?? 'empty']));
        start += run.length;
      }
    }
    return ok({ serverEdits, judged });
  } catch (error) {
    return fail({ start, error });
  }
}

/**
 * Who of a batch spoiled the document. A failure that no single edit is known for gets one more try; if it happens
 * again (`isRepeated`), all of them are left out.
 */
export function culpritsOf(
  batch: readonly QueuedEdit[],
  { start, error }: BatchFailure,
  isRepeated: boolean,
): readonly QueuedEdit[] {
  if (!(error instanceof SpoiledCanvasError)) return batch.slice(start, start + 1);
  if (error.culprit !== null) return batch.slice(start + error.culprit, start + error.culprit + 1);
  return isRepeated ? batch : [];
}

/** The session edits from `start` on that are applied together. */
function nextRun(
  batch: readonly QueuedEdit[],
  start: number,
  guard: EditGuard | null,
): { readonly run: readonly SessionEdit[]; readonly lane: string | null } {
  const run: SessionEdit[] = [];
  let lane: string | null = null;
  for (let at = start; at < batch.length; at += 1) {
    const edit = batch[at];
    if (edit?.kind !== 'session') break;
    const own = guard?.laneOf(edit.participantId) ?? null;
    if (run.length > 0 && own !== lane) break;
    lane = own;
    run.push(edit);
  }
  return { run, lane };
}

function applyRun(
  run: readonly SessionEdit[],
  lane: string | null,
  target: BatchTarget,
): readonly EditOutcome[] {
  const { canvas, guard, ids, isOneByOne } = target;
  if (guard === null || lane === null) return canvas.applyEdits(run, ids, isOneByOne);
  const { outcomes, wasPutBack } = canvas.applyGuardedEdits(run, ids, guard, lane, isOneByOne);
  if (wasPutBack)
    for (const session of new Set(run.map((edit) => edit.session))) target.onPutBack(session, lane);
  return outcomes;
}
