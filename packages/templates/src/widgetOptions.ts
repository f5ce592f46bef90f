import type { Partner, PartnerId } from '@common-ground/protocol';
import type { WidgetActions } from './actions/WidgetActions.ts';
import type { WidgetDraft } from './drafts/widgetDraft.ts';
import type { Finding, Target } from './findings/Finding.ts';

/** What widgets take from the board they stand on: functions, so that tldraw follows the signals read in them. */
export interface WidgetOptions {
  /** The partners of the board with their names and colours. */
  readonly partners: () => readonly Partner[];
  /** BCP 47 tag of the language that buttons and labels are in. */
  readonly language: () => string;
  /** What the rules find on the board, as far as this person is told. */
  readonly findings: () => readonly Finding[];
  /** What somebody is led to just now, to be marked until they go on. */
  readonly highlighted: () => readonly Target[];
  /** How this person fills widgets in unseen; null outside of a step of that kind. */
  readonly writing: () => WidgetWriting | null;
  /** The group's actions; null where the board is shown as it once was, and they are not known. */
  readonly actions: () => WidgetActions | null;
  /** Hands a text to the person as a file to keep. */
  readonly saveFile: (name: string, type: string, text: string) => void;
}

/** Parts of widgets that are filled in unseen, by one partner's people together. */
export interface WidgetWriting {
  /** Whose view it is; null for somebody without a partner, who only looks on. */
  readonly partnerId: PartnerId | null;
  /** False once it is revealed, for observers, and for people without a partner. */
  readonly canWrite: boolean;
  /** What the partner has filled in: shape, part, and the part's values. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>>;
  /** Parts that are kept on this device only, while the server cannot be reached. */
  readonly waitingParts: number;
  /** Fills in values of a part, leaving its others as they are; an empty one is taken out. */
  readonly write: (draft: WidgetDraft) => void;
}

/** A board without partners and findings. */
export const noWidgetOptions: WidgetOptions = {
  partners: () => [],
  language: () => 'en',
  findings: () => [],
  highlighted: () => [],
  writing: () => null,
  actions: () => null,
  saveFile: () => undefined,
};
