import type { Command, MechanicView } from '@common-ground/workshop';
import { atom, react, unsafe__withoutCapture, type Atom } from '@tldraw/tldraw';
import type { WorkshopClient } from '../link/WorkshopClient.ts';

/** A vote as this person is shown it. */
export type VoteView = MechanicView<'ballots'>['votes'][number];

interface Asked {
  readonly voteKey: string;
  readonly key: string;
  /** Null: taken back. */
  readonly value: number | null;
  /** Whether the server has it; the next view then shows it. */
  readonly isTaken: boolean;
}

/**
 * Dots and ratings of one person as they are given: shown at once, before the server has answered, so that quick
 * presses count each. What the server refuses falls back to what it has.
 */
export class OwnAnswers {
  private readonly client: WorkshopClient;
  private readonly asked: Atom<ReadonlyMap<number, Asked>> = atom('asked answers', new Map());
  private count = 0;

  constructor(client: WorkshopClient) {
    this.client = client;
  }

  /** Looks at views from now on. Returns what stops that. */
  start(): () => void {
    return react('settle answers', () => {
      this.client.view.get();
      unsafe__withoutCapture(() => this.forget(({ isTaken }) => isTaken));
    });
  }

  /** What this person has answered in a vote, by the answer's key. */
  of(vote: VoteView): ReadonlyMap<string, number> {
    const answers = new Map(vote.yours.map(({ key, value }) => [key, value]));
    for (const { voteKey, key, value } of this.asked.get().values()) {
      if (voteKey !== voteKeyOf(vote)) continue;
      if (value === null) answers.delete(key);
      else answers.set(key, value);
    }
    return answers;
  }

  /** Gives an answer with the command for it; null takes it back, 0 is a rating like others. */
  async give(vote: VoteView, key: string, value: number | null, command: Command): Promise<void> {
    const id = (this.count += 1);
    const asked: Asked = { voteKey: voteKeyOf(vote), key, value, isTaken: false };
    this.asked.set(new Map(this.asked.get()).set(id, asked));
    const answer = await this.client.give(command);
    const isShown = this.isShown(asked);
    const others = new Map(this.asked.get());
    if (answer.ok && !isShown) others.set(id, { ...asked, isTaken: true });
    else others.delete(id);
    this.asked.set(others);
  }

  private isShown({ voteKey, key, value }: Asked): boolean {
    const vote = this.client.view.get()?.ballots.votes.find((known) => voteKeyOf(known) === voteKey);
    const shown = vote?.yours.find((answer) => answer.key === key)?.value ?? null;
    return shown === value;
  }

  private forget(isOver: (asked: Asked) => boolean): void {
    const asked = this.asked.get();
    const left = [...asked].filter(([, one]) => !isOver(one));
    if (left.length < asked.size) this.asked.set(new Map(left));
  }
}

function voteKeyOf({ stepKey, round }: VoteView): string {
  return `${stepKey} ${round}`;
}
