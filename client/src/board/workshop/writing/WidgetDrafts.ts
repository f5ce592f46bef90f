import { encodeWidgetDraft, parseWidgetDraft, type WidgetDraft } from '@common-ground/templates';
import type { WidgetWriting } from '@common-ground/templates/client';
import {
  refusal,
  type Command,
  type MechanicView,
  type StepMode,
  type WorkshopView,
} from '@common-ground/workshop';
import { type Atom, atom, computed, react, unsafe__withoutCapture, type Computed } from '@tldraw/tldraw';
import type { PartnerId } from '@common-ground/protocol';
import { stepNow } from '../step/stepNow.ts';
import type { WorkshopClient } from '../link/WorkshopClient.ts';
import {
  readKeptParts,
  readShownView,
  writeKeptParts,
  writeShownView,
  type KeptPart,
  type KeptViewsPlace,
  type ShownView,
} from './KeptViews.ts';

type ServerDraft = MechanicView<'drafts'>['yours'][number];
type PrivateMode = Extract<StepMode, { kind: 'private' }>;
type Values = Readonly<Record<string, string>>;

/** Values of a part that the server does not have yet. */
type Pending = KeptPart;

/** What the server made of the last values of a part; until a view shows it, the part waits. */
interface Sent {
  readonly values: Values;
  /** The state of the draft that the server answered with; null while it has not, or the draft is gone. */
  readonly state: { readonly draftId: string; readonly rev: number } | 'deleted' | null;
}

/**
 * What a partner's people fill into widgets unseen: shown at once as it is filled in, sent part by part, one command
 * a part at a time, and kept on this device until the server has them, so that neither a reload nor a lost connection loses
 * a letter; after a reload what the server last showed is there before it can be reached again. If a colleague was faster the values are laid over theirs, so that of two people who fill in one
 * row each cell stands, and only of one cell the later counts.
 */
export class WidgetDrafts {
  /** What the templates' widgets write with; null outside of a step of that kind. */
  readonly writing: Computed<WidgetWriting | null>;
  private readonly pending: Atom<ReadonlyMap<string, Pending>>;
  private readonly sent = new Map<string, Sent>();
  private readonly client: WorkshopClient;
  private readonly newId: () => string;
  private readonly place: KeptViewsPlace;
  /** What the server last showed before this page was opened. */
  private readonly shownBefore: ShownView | null;

  constructor(client: WorkshopClient, newId: () => string, place: KeptViewsPlace) {
    this.client = client;
    this.newId = newId;
    this.place = place;
    this.shownBefore = readShownView(place);
    const kept = readKeptParts(place).map((part): [string, Pending] => [keyOf(part), part]);
    this.pending = atom('values under way', new Map(kept));
    this.writing = computed('widget writing', () => this.read(client.view.get()));
  }

  /** Follows views, so that what waits for one goes on. Returns what stops that. */
  start(): () => void {
    return react('settle widget drafts', () => {
      const view = this.client.view.get();
      if (view === null) return;
      writeShownView(this.place, shownIn(view));
      unsafe__withoutCapture(() => this.settle(view));
    });
  }

  private read(view: WorkshopView | null): WidgetWriting | null {
    const shown = view === null ? this.shownBefore : shownIn(view);
    if (shown === null) return null;
    const { stepKey, canWrite, partnerId } = shown;
    const mode = widgetStep(view)?.mode ?? null;
    const parts = new Map<string, Map<string, Values>>();
    const put = ({ shapeId, part, values }: WidgetDraft) => {
      const ofShape = parts.get(shapeId) ?? new Map<string, Values>();
      parts.set(shapeId, ofShape.set(part, { ...ofShape.get(part), ...values }));
    };
    shown.drafts.forEach(put);
    const own = [...this.pending.get().values()].filter(
      (draft) => draft.stepKey === stepKey && draft.partnerId === partnerId,
    );
    own.forEach(put);
    return {
      partnerId: partnerId as PartnerId | null,
      canWrite: canWrite && partnerId !== null,
      parts,
      waitingParts: this.client.isOffline.get() ? own.length : 0,
      write: (draft) => {
        if (partnerId !== null) this.write({ ...draft, stepKey, partnerId }, mode);
      },
    };
  }

  /** @param mode null while the server cannot be reached: what is written then waits for it */
  private write(draft: Pending, mode: PrivateMode | null): void {
    const key = keyOf(draft);
    const before = this.pending.get().get(key);
    const values = { ...before?.values, ...draft.values };
    this.keep(new Map(this.pending.get()).set(key, { ...draft, values }));
    if (mode !== null) this.send(key, mode);
  }

  /** Sends a part's values, unless some are under way: then they follow with the next view. */
  private send(key: string, mode: PrivateMode): void {
    const view = this.client.view.get();
    const pending = this.pending.get().get(key);
    if (view === null || pending === undefined || this.sent.has(key)) return;
    const known = view.drafts.yours.findLast(
      (draft) => draft.stepKey === pending.stepKey && parsed(draft).some((own) => keyOf(own) === key),
    );
    const command = this.commandFor(pending, known, mode);
    if (command === null) return this.forget(key, pending.values);
    this.sent.set(key, { values: pending.values, state: null });
    void this.client.give(command, { isQuiet: true }).then((answer) => {
      if (answer.ok) {
        this.sent.set(key, { values: pending.values, state: stateAfter(command) });
      } else {
        this.sent.delete(key);
        if (!isOvertaken(answer.error.code)) {
          this.forget(key, pending.values);
          this.client.showRefusal(answer.error);
        }
      }
      // With the view that was sent from it would be overtaken again: the next one, if it is not there yet, goes on by itself.
      const latest = this.client.view.get();
      if (latest !== null && latest !== view) this.settle(latest);
    });
  }

  private commandFor(
    pending: Pending,
    known: ServerDraft | undefined,
    { scope, reveal }: PrivateMode,
  ): Command | null {
    const { stepKey, part, shapeId } = pending;
    const before = known === undefined ? {} : (parsed(known)[0]?.values ?? {});
    const values = withoutEmpty({ ...before, ...pending.values });
    const text = encodeWidgetDraft({ shapeId, part, values });
    if (known === undefined) {
      if (Object.keys(values).length === 0) return null;
      const drafts = [{ draftId: this.newId(), text }];
      return { type: 'drafts.write', stepKey, sectionKey: part, told: { scope, reveal }, drafts };
    }
    if (text === known.text) return null;
    if (Object.keys(values).length === 0) return { type: 'drafts.delete', draftIds: [known.draftId] };
    return { type: 'drafts.edit', draftId: known.draftId, rev: known.rev, text };
  }

  /** Lets go of values that a view shows by now, and sends what is left. */
  private settle(view: WorkshopView): void {
    for (const [key, { values, state }] of this.sent) {
      if (state === null || !isShown(view, state)) continue;
      this.sent.delete(key);
      this.forget(key, values);
    }
    this.giveUp(view);
    const step = widgetStep(view);
    if (step === null || !step.canWrite) return;
    for (const [key, { stepKey }] of this.pending.get())
      if (stepKey === step.stepKey) this.send(key, step.mode);
  }

  /** Lets go of values that came too late, as after a reload without the network, and says so; or whose writer changed sides. */
  private giveUp(view: WorkshopView): void {
    const left = new Map(this.pending.get());
    for (const [key, { partnerId, stepKey }] of left) {
      if (this.sent.has(key)) continue;
      const isLate = isOver(view, stepKey);
      if (isLate && left.size === this.pending.get().size)
        this.client.showRefusal(refusal('already-revealed'));
      if (isLate || partnerId !== view.you.partnerId) left.delete(key);
    }
    if (left.size < this.pending.get().size) this.keep(left);
  }

  private keep(pending: ReadonlyMap<string, Pending>): void {
    this.pending.set(pending);
    writeKeptParts(this.place, [...pending.values()]);
  }

  /** Takes values out of those under way, unless they were changed since. */
  private forget(key: string, values: Values): void {
    const pending = this.pending.get().get(key);
    if (pending === undefined) return;
    const left = Object.entries(pending.values).filter(([name, value]) => values[name] !== value);
    const next = new Map(this.pending.get());
    if (left.length === 0) next.delete(key);
    else next.set(key, { ...pending, values: Object.fromEntries(left) });
    this.keep(next);
  }
}

/** The present step if drafts of it belong into widgets and are not revealed. */
function widgetStep(view: WorkshopView | null) {
  const step = stepNow(view)?.step;
  if (view === null || step?.mode.kind !== 'private' || step.mode.into !== 'widget') return null;
  const shown = view.drafts.steps.find(({ stepKey }) => stepKey === step.key);
  if (shown === undefined || (!shown.canWrite && shown.reveals.length > 0)) return null;
  return { stepKey: step.key, canWrite: shown.canWrite, mode: step.mode };
}

/** What a view shows of the partner's own drafts of widgets; null outside of a step of that kind. */
function shownIn(view: WorkshopView): ShownView | null {
  const step = widgetStep(view);
  if (step === null) return null;
  const { canWrite, stepKey } = step;
  const drafts = view.drafts.yours.filter((draft) => draft.stepKey === stepKey).flatMap(parsed);
  return {
    stepKey,
    canWrite,
    partnerId: view.you.partnerId,
    drafts: drafts.map(({ part, shapeId, values }) => ({ part, shapeId, values: { ...values } })),
  };
}

/** Whether a step's drafts are revealed, or thrown away with its workshop. */
function isOver(view: WorkshopView, stepKey: string): boolean {
  const shown = view.drafts.steps.find((step) => step.stepKey === stepKey);
  return shown === undefined || (!shown.canWrite && shown.reveals.length > 0);
}

function parsed({ sectionKey, text }: ServerDraft): WidgetDraft[] {
  const draft = parseWidgetDraft(sectionKey, text);
  return draft === null ? [] : [draft];
}

function keyOf({ shapeId, part }: Pick<WidgetDraft, 'shapeId' | 'part'>): string {
  return `${shapeId} ${part}`;
}

function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** A colleague changed or removed the draft meanwhile: the next view shows theirs, and ours goes on top of it. */
function isOvertaken(code: string): boolean {
  return code === 'draft-changed' || code === 'draft-unknown';
}

function stateAfter(command: Command): Sent['state'] {
  if (command.type === 'drafts.edit') return { draftId: command.draftId, rev: command.rev + 1 };
  if (command.type === 'drafts.write') return { draftId: command.drafts[0]?.draftId ?? '', rev: 0 };
  return 'deleted';
}

function isShown({ drafts }: WorkshopView, state: NonNullable<Sent['state']>): boolean {
  if (state === 'deleted') return true;
  return drafts.yours.some(({ draftId, rev }) => draftId === state.draftId && rev >= state.rev);
}
