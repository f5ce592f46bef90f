/** Time, given from outside so that tests turn it by hand. */
export interface Clock {
  /** Milliseconds since 1970, of the server. */
  now(): number;
  /** Calls back once after `delayMs`; the returned function cancels. Real clocks do not keep the process alive for it. */
  after(delayMs: number, callback: () => void): () => void;
}
