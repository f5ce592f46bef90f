/**
 * The server's time on a device whose own clock may be wrong. Every view says what time it was when it was made; the
 * way here makes it older than it says, never newer, so the sample of a connection that puts the server furthest
 * ahead is the nearest (after D. Mills, Internet Time Synchronization: the Network Time Protocol, 1991).
 */
export class ServerClock {
  private readonly localNow: () => number;
  private offsetMs: number | null = null;
  private isFresh = false;

  /** @param localNow ms since any moment, running evenly: a clock that somebody sets while the page is open would jump */
  constructor(localNow: () => number) {
    this.localNow = localNow;
  }

  /** A new connection: samples from before it (the device may have slept) count no more once there is a new one. */
  restart(): void {
    this.isFresh = false;
  }

  /** The server said what time it is, ms since 1970. */
  hears(serverTime: number): void {
    const sample = serverTime - this.localNow();
    this.offsetMs = this.isFresh && this.offsetMs !== null ? Math.max(this.offsetMs, sample) : sample;
    this.isFresh = true;
  }

  /** The server's time, ms since 1970; 0 before it has said any. */
  now(): number {
    return this.offsetMs === null ? 0 : this.localNow() + this.offsetMs;
  }
}
