import type { Result } from '@common-ground/protocol';
import type { ApiError } from '../../api/ApiError.ts';
import type { Admission } from '../../session/joinBoard.ts';

/** A ticket is good for half a minute (`limits.ticketTtlMs`); an older one than this is not worth trying. */
const goodForMs = 20_000;

/**
 * The first ticket of a board's connection, asked for while the board's code is still on its way. It is taken once: a
 * ticket opens one socket.
 */
export class FirstTicket {
  private admission: Promise<Result<Admission, ApiError>> | null;
  private readonly askedAt: number;
  private readonly now: () => number;

  /** @param now ms, running evenly */
  constructor(ask: () => Promise<Result<Admission, ApiError>>, now: () => number) {
    this.admission = ask();
    this.askedAt = now();
    this.now = now;
  }

  /** The answer; null when it was taken before, or is too old. */
  take(): Promise<Result<Admission, ApiError>> | null {
    const taken = this.now() - this.askedAt < goodForMs ? this.admission : null;
    this.admission = null;
    return taken;
  }
}
