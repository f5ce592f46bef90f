import type { Result } from '@common-ground/protocol';
import { fail } from '@common-ground/protocol';
import { z } from 'zod';

/** Every reason for which a command is refused, with the sentence that says who may or what to do. `{names}` are filled in. */
export const refusalSentences = {
  'malformed-command':
    'Something in this request is not as it should be ({where}). Reload the page and try again.',
  'unknown-command': 'The server does not know this request. Reload the page to get the newest version.',
  'not-on-board': 'You are not on this board any more. Open it with your link again.',
  'facilitators-only': 'Only a facilitator can do this. Ask one of them.',
  'contributors-only':
    'Your link is not for taking part in the workshop. Ask a facilitator to make you a contributor.',
  'not-running': 'No workshop is running. A facilitator can start one.',
  'already-running': 'A workshop is running on this board already. End it before you start another.',
  'step-moved': 'The workshop has moved to “{title}” meanwhile. Look at it before you go on.',
  'first-step': 'This is the first step.',
  'last-step': 'This is the last step. End the workshop when you are done.',
  'step-unknown': 'This step is not in the agenda any more.',
  'step-key-taken': 'A step with this key is in the agenda already.',
  'agenda-full': 'An agenda holds up to {max} steps. Remove one first.',
  'step-current': 'The group is in this step. Go to another one before you remove it.',
  'step-in-use':
    'Notes or answers have been given in this step, as people were told. Reveal or close it first, or insert a new step.',
  'wrong-step': 'This belongs to another step. A facilitator can go there.',
  'wrong-mode': 'This step does not work this way. A facilitator can change the step or insert another.',
  'time-passed': 'This moment is over already. Choose one that is to come.',
  'timer-idle': 'The timer is not running. Start it first.',
  'timer-running': 'The timer is running already.',
  'timer-empty': 'Give the timer some minutes first.',
  'terms-changed': 'How this step treats names and answers was changed meanwhile. Read it, then send again.',
  'section-unknown': 'This step has no such section. Choose one of those shown.',
  'draft-unknown': 'This note is not among your unrevealed notes.',
  'draft-id-taken': 'This note was added already.',
  'draft-changed':
    'Somebody of your partner has changed this note meanwhile. Look at it, then change it again.',
  'drafts-full': 'You can have up to {max} unrevealed notes in a step.',
  'already-revealed': 'These notes have been revealed. Write on the board now.',
  'nothing-to-reveal': 'Nobody has written anything here yet.',
  'lane-only': 'This step reveals everything at once.',
  'drafts-unrevealed':
    'Notes that nobody has seen yet would be deleted. Reveal them first, or end the workshop and delete them.',
  'partner-unknown': 'This partner is not on the board.',
  'partner-fixed': 'Notes of one partner are still unrevealed. Change your partner after the reveal.',
  'vote-open': 'This vote is open already.',
  'vote-closed': 'This vote is not open. A facilitator can open it.',
  'vote-not-counted': 'There is no counted result yet. Close the vote first.',
  'nothing-to-answer': 'There is nothing to vote on or rate yet. Choose at least one item.',
  'item-unknown': 'This item is not in the vote.',
  'value-outside': 'Choose a value from {min} to {max}.',
  'too-many-on-item': 'You can put up to {max} dots on one item.',
  'dots-spent': 'You have {max} dots in all. Take some back first.',
  'nothing-to-retract': 'You have given no answer yet.',
  'topic-unknown': 'This topic is not in the queue any more.',
  'topic-done': 'This topic is finished. Put it into the queue again to return to it.',
  'no-topic': 'No topic is being discussed. Start one first.',
  'thumbs-open': 'The question is open already.',
  'thumbs-closed': 'Nobody has asked whether to go on. A facilitator can ask.',
  'restate-other': 'A partner restates what another partner said, not itself.',
  'no-partner': 'You belong to no partner. Choose one in your profile first.',
  'restatement-unknown': 'This restatement is not there any more.',
  'restatement-changed': 'The restatement was rewritten meanwhile. Read it, then answer.',
  'not-the-speaker': 'Only {partner} can say whether it was heard.',
  'missing-needed': 'Say what is missing, so that it can be put right.',
  'restatements-open':
    '{count} restatements are not heard yet. Wait for them, or go on with a reason that is kept.',
  'proposal-unknown': 'This proposal is not open any more.',
  'proposal-changed': 'The wording was changed meanwhile. Read it, then answer.',
  'reason-needed': 'Give the reason for your objection, so that the wording can be improved.',
  'consent-incomplete':
    'Not everybody consents yet ({count} open). Wait for them, or go on with a reason that is kept.',
  'agreement-unknown': 'This agreement is not there any more.',
  'agreement-changed': 'The text was changed meanwhile. Read it, then try again.',
  'already-signed': 'This is signed already.',
  'not-signed': 'You have not signed this.',
  'decision-unknown': 'This decision is not there any more.',
  'action-unknown': 'This action is not there any more.',
  'participant-unknown': 'This person is not on the board.',
  'role-unchanged': 'This person has that role already.',
  'last-facilitator': 'A board needs a facilitator. Make somebody else facilitator first.',
  'not-yourself': 'Somebody else has to do this for you.',
  'facilitator-here': 'A facilitator is here or was a moment ago. Ask them to hand over.',
  'take-over-off': 'The facilitator keeps the lead while away. Wait, or use the facilitator link.',
  'not-leading': 'Nobody is leading.',
  'level-moved': 'This has been escalated meanwhile. Look at the present level first.',
  'top-level': 'This is the highest level of the ladder.',
  'not-escalated': 'Nothing is escalated.',
  'ladder-in-use': 'The ladder is in use. Settle the present level before you change it.',
  'limit-reached': 'There is no room for more than {max} of these. Remove one first.',
} as const;

/** The stable name of a reason. */
export type RefusalCode = keyof typeof refusalSentences;

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Data<C extends RefusalCode> = Readonly<Record<Names<(typeof refusalSentences)[C]>, string | number>>;
type DataArgument<C extends RefusalCode> =
  Names<(typeof refusalSentences)[C]> extends never ? [] : [data: Data<C>];

/** Why a command changed nothing: a code for programs, its data for translations, a sentence for the person. */
export const refusalSchema = z.object({
  code: z.enum(Object.keys(refusalSentences) as [RefusalCode, ...RefusalCode[]]),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
/** See {@link refusalSchema}. */
export type Refusal = z.infer<typeof refusalSchema>;

/** A refusal with its sentence filled in. */
export function refusal<C extends RefusalCode>(code: C, ...[data]: DataArgument<C>): Refusal {
  const values: Record<string, string | number> = { ...data };
  const message = refusalSentences[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
  return { code, data: values, message };
}

/** The failed result with that refusal. */
export function refuse<C extends RefusalCode>(
  code: C,
  ...data: DataArgument<C>
): Extract<Result<never, Refusal>, { ok: false }> {
  return fail(refusal(code, ...data));
}
