import type { CommandEnvelope, CommandId } from '@common-ground/protocol';
import { refusal, type Command, type MechanicView, type WorkshopView } from '@common-ground/workshop';
import { WorkshopClient } from '../link/WorkshopClient.ts';
import { viewWith } from './viewWith.ts';

type ServerDraft = MechanicView<'drafts'>['yours'][number];

/** The other end of a client's socket: commands wait until the test answers them. */
export class FakeServer {
  readonly client: WorkshopClient;
  readonly commands: CommandEnvelope[] = [];
  #count = 0;

  constructor() {
    this.client = new WorkshopClient({
      send: (envelope) => this.commands.push(envelope),
      newId: () => `command-${(this.#count += 1)}` as CommandId,
      localNow: () => 0,
    });
    this.client.connected();
    this.shows({});
  }

  /** The last command that came. */
  get last(): Command | undefined {
    return this.commands.at(-1)?.command as Command | undefined;
  }

  shows(parts: Partial<WorkshopView>): void {
    this.client.receiveView(viewWith(parts));
  }

  /** Sends a view in which these are the person's drafts. */
  showsDrafts(...drafts: readonly (Partial<ServerDraft> & { draftId: string })[]): void {
    const yours = drafts.map((draft) => ({
      stepKey: 'gather',
      sectionKey: 'start',
      text: '',
      rev: 0,
      authorId: 'anna',
      ...draft,
    }));
    this.shows({ drafts: { yours: yours as ServerDraft[], steps: [] } });
  }

  /** Takes the last command, or the one at an index, and lets the client go on. */
  async accepts(index = this.commands.length - 1): Promise<void> {
    await this.#answers(index, { ok: true, value: { ids: [] } });
  }

  async refuses(
    code: 'draft-changed' | 'draft-id-taken' | 'already-revealed' | 'vote-closed',
  ): Promise<void> {
    await this.#answers(this.commands.length - 1, { ok: false, error: refusal(code) });
  }

  async #answers(index: number, result: unknown): Promise<void> {
    const commandId = this.commands[index]?.commandId;
    if (commandId === undefined) throw new Error('No command has come.');
    this.client.receiveAnswer({ commandId, result });
    // The client goes on in the promise's own turn.
    await Promise.resolve();
    await Promise.resolve();
  }
}
