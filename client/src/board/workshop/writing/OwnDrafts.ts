import type { Command, MechanicView, Refusal } from '@common-ground/workshop';
import { atom, computed, react, unsafe__withoutCapture, type Atom, type Computed } from '@tldraw/tldraw';
import type { TextStore } from '../../../session/TextStore.ts';
import type { After } from '../link/after.ts';
import type { WorkshopClient } from '../link/WorkshopClient.ts';
import {
  afterCommand,
  commandFor,
  parseKeptWriting,
  type KeptDraft,
  type KeptWriting,
  type Told,
} from './KeptDraft.ts';

type ServerDraft = MechanicView<'drafts'>['yours'][number];

/** A private note as its writer sees it: what they typed, whether or not it has arrived. */
export interface OwnDraft extends Pick<ServerDraft, 'draftId' | 'stepKey' | 'sectionKey' | 'text'> {
  /** Null for a note that has not arrived: it is this person's. */
  readonly authorId: string | null;
  /** `kept`: something of it is on this device only. `refused`: the server did not take it. */
  readonly state: 'saved' | 'kept' | 'refused';
  readonly refusal: Refusal | null;
}

/** What keeping drafts needs. */
export interface OwnDraftsOptions {
  readonly client: WorkshopClient;
  readonly store: TextStore;
  /** Under which the writing is kept on this device: one for each board and person. */
  readonly storeKey: string;
  readonly newId: () => string;
  readonly after: After;
}

/** A writer who pauses for so long has written something worth sending. */
const debounceMs = 600;

/**
 * Private notes of one person: shown as they are typed, sent after a pause, and kept on this device until the server
 * has them, so that neither a reload nor a lost connection loses a word. A note the server refuses stays, with the
 * reason, until its writer decides.
 */
export class OwnDrafts {
  /** All unrevealed notes this person may see; those that have not arrived at the end. */
  readonly list: Computed<readonly OwnDraft[]>;
  private readonly kept: Atom<KeptWriting>;
  private readonly options: OwnDraftsOptions;
  private readonly timers = new Map<string, () => void>();
  private readonly inFlight = new Set<string>();

  constructor(options: OwnDraftsOptions) {
    const { client, store, storeKey } = options;
    this.options = options;
    this.kept = atom('kept writing', parseKeptWriting(store.read(storeKey)));
    this.list = computed('own drafts', () =>
      overlaid(client.view.get()?.drafts.yours ?? [], this.kept.get().drafts),
    );
  }

  /** Sends what the last visit could not, and looks at views from now on. Returns what stops that. */
  start(): () => void {
    for (const { draftId } of this.kept.get().drafts) void this.send(draftId);
    return react('settle drafts', () => {
      if (this.options.client.view.get() !== null) unsafe__withoutCapture(() => this.settle(() => true));
    });
  }

  /** What stands in the field for a new note of a step. */
  typing(stepKey: string): string {
    return this.kept.get().typing[stepKey] ?? '';
  }

  /** Somebody types a new note. */
  type(stepKey: string, text: string): void {
    const { drafts, typing } = this.kept.get();
    const { [stepKey]: _, ...others } = typing;
    this.keep({ drafts, typing: text === '' ? others : { ...others, [stepKey]: text } });
  }

  /** Adds notes, one for each text, and sends them at once. */
  add(stepKey: string, sectionKey: string, told: Told, texts: readonly string[]): void {
    const added = texts.map((text): KeptDraft => {
      const draftId = this.options.newId();
      return { draftId, stepKey, sectionKey, text, told, base: null, refusal: null };
    });
    this.setDrafts([...this.kept.get().drafts, ...added]);
    for (const { draftId } of added) void this.send(draftId);
  }

  /** Changes a note's text; it is sent when its writer pauses. */
  edit(draftId: string, text: string): void {
    this.change(draftId, { text });
    this.timers.get(draftId)?.();
    const cancel = this.options.after(debounceMs, () => void this.send(draftId));
    this.timers.set(draftId, cancel);
  }

  /** Sends what was typed into a note without waiting for a pause. */
  flush(draftId: string): void {
    this.timers.get(draftId)?.();
    void this.send(draftId);
  }

  /** Puts a note into another section. */
  move(draftId: string, sectionKey: string): void {
    this.change(draftId, { sectionKey });
    this.flush(draftId);
  }

  /** Deletes a note. */
  remove(draftId: string): void {
    const isKnown = this.serverDraft(draftId) !== undefined || this.inFlight.has(draftId);
    this.timers.get(draftId)?.();
    this.setDrafts(this.kept.get().drafts.filter((draft) => draft.draftId !== draftId));
    // A note under way may arrive after all; the server knows whether there is anything to delete.
    if (isKnown) void this.options.client.give({ type: 'drafts.delete', draftIds: [draftId] });
  }

  /** Sends a refused note once more, under the terms that are shown now. */
  retry(draftId: string, told: Told): void {
    this.replace(draftId, (draft) => ({ ...draft, told, refusal: null }));
    void this.send(draftId);
  }

  private change(draftId: string, change: Partial<Pick<KeptDraft, 'text' | 'sectionKey'>>): void {
    const { drafts } = this.kept.get();
    if (drafts.some((draft) => draft.draftId === draftId)) {
      this.replace(draftId, (draft) => ({ ...draft, ...change }));
      return;
    }
    const server = this.serverDraft(draftId);
    if (server === undefined) return;
    const { stepKey, sectionKey, text, rev } = server;
    // The terms matter for new notes only; an edit stays under those it was written under.
    const told: Told = { scope: 'own', reveal: 'named' };
    const base = { rev, text, sectionKey };
    this.setDrafts([...drafts, { draftId, stepKey, sectionKey, text, told, base, refusal: null, ...change }]);
  }

  /** One command at a time for each note; what was typed meanwhile follows it. */
  private async send(draftId: string): Promise<void> {
    const draft = this.keptDraft(draftId);
    if (draft === undefined || draft.refusal !== null || this.inFlight.has(draftId)) return;
    const command = commandFor(draft);
    if (command === null) return;
    this.inFlight.add(draftId);
    const answer = await this.options.client.give(command, { isQuiet: true });
    this.inFlight.delete(draftId);
    if (answer.ok || answer.error.code === 'draft-id-taken') this.arrived(draftId, draft, command);
    else this.refused(draftId, answer.error);
  }

  private arrived(draftId: string, sent: KeptDraft, command: Command): void {
    this.replace(draftId, (draft) => afterCommand(draft, sent, command));
    this.settle(({ base }) => (this.serverDraft(draftId)?.rev ?? -1) >= (base?.rev ?? 0), draftId);
    void this.send(draftId);
  }

  private refused(draftId: string, refusal: Refusal): void {
    // A colleague was faster: theirs stays as it is, and this person's text becomes a note of its own.
    const isTheirs = this.serverDraft(draftId) !== undefined;
    this.replace(draftId, (draft) =>
      isTheirs ? { ...draft, draftId: this.options.newId(), base: null, refusal } : { ...draft, refusal },
    );
  }

  /** Forgets notes of which the server has everything, once a view shows them as they are. */
  private settle(isShown: (draft: KeptDraft) => boolean, only: string | null = null): void {
    const { drafts } = this.kept.get();
    const left = drafts.filter(
      (draft) =>
        (only !== null && draft.draftId !== only) ||
        draft.base === null ||
        draft.refusal !== null ||
        this.inFlight.has(draft.draftId) ||
        commandFor(draft) !== null ||
        draft.text.trim() === '' ||
        !isShown(draft),
    );
    if (left.length < drafts.length) this.setDrafts(left);
  }

  private serverDraft(draftId: string): ServerDraft | undefined {
    return this.options.client.view.get()?.drafts.yours.find((draft) => draft.draftId === draftId);
  }

  private keptDraft(draftId: string): KeptDraft | undefined {
    return this.kept.get().drafts.find((draft) => draft.draftId === draftId);
  }

  private replace(draftId: string, change: (draft: KeptDraft) => KeptDraft): void {
    this.setDrafts(
      this.kept.get().drafts.map((draft) => (draft.draftId === draftId ? change(draft) : draft)),
    );
  }

  private setDrafts(drafts: KeptDraft[]): void {
    this.keep({ ...this.kept.get(), drafts });
  }

  private keep(kept: KeptWriting): void {
    this.kept.set(kept);
    const { store, storeKey } = this.options;
    if (kept.drafts.length === 0 && Object.keys(kept.typing).length === 0) store.remove(storeKey);
    else store.write(storeKey, JSON.stringify(kept));
  }
}

function overlaid(server: readonly ServerDraft[], kept: readonly KeptDraft[]): readonly OwnDraft[] {
  const keptById = new Map(kept.map((draft) => [draft.draftId, draft]));
  const known = server.map((draft) => ownDraft(keptById.get(draft.draftId) ?? draft, draft.authorId));
  const knownIds = new Set(server.map(({ draftId }) => draftId));
  const added = kept.filter(({ draftId }) => !knownIds.has(draftId));
  return [...known, ...added.map((draft) => ownDraft(draft, null))];
}

function ownDraft(draft: ServerDraft | KeptDraft, authorId: string | null): OwnDraft {
  const { draftId, stepKey, sectionKey, text } = draft;
  const refusal = 'refusal' in draft ? draft.refusal : null;
  const isKept = 'base' in draft && (draft.base === null || commandFor(draft) !== null);
  const state = refusal !== null ? 'refused' : isKept ? 'kept' : 'saved';
  return { draftId, stepKey, sectionKey, text, authorId, state, refusal };
}
