import type { Partner } from '@common-ground/protocol';

/** What widgets take from the board they stand on: functions, so that tldraw follows the signals read in them. */
export interface WidgetOptions {
  /** The partners of the board with their names and colours. */
  readonly partners: () => readonly Partner[];
  /** BCP 47 tag of the language that buttons and labels are in. */
  readonly language: () => string;
}
