import type { ApiErrorCode, CloseReason } from '@common-ground/protocol';
import { apiErrors, closeReasons, exhaustive } from '@common-ground/protocol';
import type { TFunction } from 'i18next';
import type home from '../texts/en/home.json';
import type { Problem } from './Problem.ts';

/** A heading in `problems.titles`. */
export type ProblemTitle = keyof (typeof home)['problems']['titles'];

/** The button to press: load the page anew, do the same again, or leave for the home page. */
export type ProblemAction = 'reload' | 'retry' | 'home';

/** What a problem's page says in its heading and offers. */
export interface ProblemPage {
  readonly title: ProblemTitle;
  readonly action: ProblemAction;
}

/** The page for every refusal of the HTTP interface. */
export const refusalPages = {
  invalid_request: { title: 'notAccepted', action: 'home' },
  token_missing: { title: 'signIn', action: 'home' },
  token_invalid: { title: 'signIn', action: 'home' },
  ticket_invalid: { title: 'reload', action: 'reload' },
  origin_refused: { title: 'origin', action: 'home' },
  role_insufficient: { title: 'notAllowed', action: 'home' },
  removed: { title: 'removed', action: 'home' },
  comment_not_yours: { title: 'notFound', action: 'retry' },
  link_revoked: { title: 'linkReplaced', action: 'home' },
  link_withdrawn: { title: 'linkWithdrawn', action: 'home' },
  link_expired: { title: 'linkExpired', action: 'home' },
  password_needed: { title: 'notAccepted', action: 'retry' },
  password_wrong: { title: 'notAccepted', action: 'retry' },
  board_or_link_unknown: { title: 'wrongLink', action: 'home' },
  not_found: { title: 'notFound', action: 'home' },
  asset_unknown: { title: 'notFound', action: 'home' },
  template_unknown: { title: 'notFound', action: 'home' },
  snapshot_unknown: { title: 'notFound', action: 'retry' },
  comment_unknown: { title: 'notFound', action: 'retry' },
  comment_changed: { title: 'notFound', action: 'retry' },
  comment_limit: { title: 'notFound', action: 'retry' },
  thread_limit: { title: 'notFound', action: 'retry' },
  template_limit: { title: 'notAccepted', action: 'retry' },
  partner_limit: { title: 'notAccepted', action: 'retry' },
  partner_fixed: { title: 'notAccepted', action: 'retry' },
  snapshot_limit: { title: 'notAccepted', action: 'retry' },
  asset_too_large: { title: 'tooLarge', action: 'retry' },
  board_file_too_large: { title: 'tooLarge', action: 'home' },
  body_too_large: { title: 'tooLarge', action: 'retry' },
  webhook_unknown: { title: 'notAccepted', action: 'retry' },
  webhook_limit: { title: 'notAccepted', action: 'retry' },
  webhook_refused: { title: 'notAccepted', action: 'retry' },
  asset_type_refused: { title: 'notAccepted', action: 'retry' },
  board_file_refused: { title: 'notAccepted', action: 'home' },
  too_many_requests: { title: 'tooOften', action: 'retry' },
  board_busy: { title: 'busy', action: 'retry' },
  server_trouble: { title: 'trouble', action: 'retry' },
  board_unreadable: { title: 'unreadable', action: 'retry' },
  storage_trouble: { title: 'storage', action: 'retry' },
} as const satisfies Record<ApiErrorCode, ProblemPage>;

/**
 * The page for every reason a socket is closed for. Those after which the browser connects again by itself have one
 * too: it is shown when that goes on too long.
 */
export const closePages = {
  'text-frame': { title: 'badClient', action: 'reload' },
  'unknown-message': { title: 'badClient', action: 'reload' },
  'undecodable-frame': { title: 'badClient', action: 'reload' },
  'undecodable-update': { title: 'reload', action: 'reload' },
  'missing-dependencies': { title: 'reload', action: 'reload' },
  'foreign-client-id': { title: 'reload', action: 'reload' },
  'too-many-frames': { title: 'tooOften', action: 'retry' },
  'too-many-sync-requests': { title: 'tooOften', action: 'retry' },
  'bad-awareness': { title: 'badClient', action: 'reload' },
  'record-too-large': { title: 'tooLarge', action: 'reload' },
  'frame-too-large': { title: 'tooLarge', action: 'reload' },
  'board-too-large': { title: 'boardFull', action: 'reload' },
  'server-trouble': { title: 'trouble', action: 'retry' },
  restarting: { title: 'away', action: 'retry' },
  'slow-reader': { title: 'away', action: 'retry' },
  'board-busy': { title: 'busy', action: 'retry' },
  'client-too-old': { title: 'tooOld', action: 'reload' },
  removed: { title: 'removed', action: 'home' },
  'link-revoked': { title: 'linkReplaced', action: 'home' },
  'link-withdrawn': { title: 'linkWithdrawn', action: 'home' },
  'role-changed': { title: 'roleChanged', action: 'reload' },
} as const satisfies Record<CloseReason, ProblemPage>;

/** Heading and button for any problem. */
export function problemPageOf(problem: Problem): ProblemPage {
  switch (problem.kind) {
    case 'refused':
      return refusalPages[problem.code];
    case 'closed':
      return closePages[problem.reason];
    case 'network':
      return { title: 'away', action: 'retry' };
    case 'unreadable':
      return { title: 'away', action: 'retry' };
    case 'no-link':
      return { title: 'signIn', action: 'home' };
    default:
      return exhaustive(problem);
  }
}

/**
 * What happened and what to do, in one or two sentences. The server's sentences stand in the protocol, in English;
 * a translation may replace them under `problems.refused.<code>` and `problems.closed.<reason>`.
 */
export function sentenceOf(problem: Problem, t: TFunction): string {
  switch (problem.kind) {
    case 'refused':
      return translated(t, `problems.refused.${problem.code}`, apiErrors[problem.code].message);
    case 'closed':
      return translated(t, `problems.closed.${problem.reason}`, closeReasons[problem.reason].sentence);
    case 'network':
      return t('problems.network');
    case 'unreadable':
      return t('problems.unreadable');
    case 'no-link':
      return t('problems.noLink');
    default:
      return exhaustive(problem);
  }
}

function translated(t: TFunction, key: string, english: string): string {
  // The keys are optional in every language, so the typed overloads do not know them.
  return (t as (key: string, options: { defaultValue: string }) => string)(key, { defaultValue: english });
}
