/**
 * Which of this browser's edits are on the server's disk. The server counts the edit frames of one connection; edits
 * made without a connection travel in the answer to the server's first sync request.
 */
export class SavedEdits {
  private isOpen = false;
  private sent = 0;
  private saved = 0;
  private waiting = 0;

  /** A connection was opened: both ends count from zero. Edits on the way over the old one are sent again. */
  opened(): void {
    this.waiting += this.sent - this.saved;
    this.isOpen = true;
    this.sent = 0;
    this.saved = 0;
  }

  /** The connection is gone. */
  closed(): void {
    this.isOpen = false;
  }

  /** This browser made an edit; without a connection it waits here. */
  edited(): void {
    if (!this.isOpen) this.waiting += 1;
  }

  /** An edit frame went out. `isAnswer` tells the answer to the server's sync request, which holds all that waited. */
  frameSent(isAnswer: boolean): void {
    this.sent += 1;
    if (isAnswer) this.waiting = 0;
  }

  /** The server has this many edit frames of the connection on disk. */
  framesSaved(count: number): void {
    this.saved = Math.min(Math.max(this.saved, count), this.sent);
  }

  /** How many edits are not known to be on disk. */
  unsavedCount(): number {
    return this.waiting + this.sent - this.saved;
  }
}
