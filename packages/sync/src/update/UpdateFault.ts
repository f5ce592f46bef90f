import type { CloseReason } from '@common-ground/protocol';

/** Thrown while reading an update that must not be applied; caught by `UpdateCheck`, which closes its sender. */
export class UpdateFault extends Error {
  readonly reason: CloseReason;

  constructor(reason: CloseReason, detail: string) {
    super(detail);
    this.name = 'UpdateFault';
    this.reason = reason;
  }
}
