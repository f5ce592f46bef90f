import type { Partner } from '@common-ground/protocol';
import type { Action } from '@common-ground/workshop';
import type { ActionsShown } from './actionCardsWidget.ts';
import { commonTexts, type CommonTextKey } from '../commonTexts.ts';
import { createTranslate, type Translate } from '../translate.ts';

/** Each status has a sign of its own, so that colour is never all there is. */
const statusSigns = { open: '○', done: '✓', dropped: '✕' } as const satisfies Record<
  Action['status'],
  string
>;

/** An action in the words of a card. */
export interface ActionWords {
  readonly what: string;
  /** How it stands, as a sign. */
  readonly sign: string;
  /** Who, and of which partner. */
  readonly who: string;
  /** By when, and how it stands. */
  readonly when: string;
  readonly partner: Partner | null;
}

/** How a card speaks of an action. */
export function actionWords(
  { due, owner, partnerId, status, what }: Action,
  partners: readonly Partner[],
  language: string,
): ActionWords {
  const t = cardTexts(language);
  const partner = partners.find(({ id }) => id === partnerId) ?? null;
  const who = owner ?? t('actions.noOwner');
  return {
    what,
    sign: statusSigns[status],
    who: partner === null ? who : `${who} · ${partner.name}`,
    when: `${due === null ? t('actions.noDue') : formatDue(due, language)} · ${statusSigns[status]} ${t(`report.status.${status}`)}`,
    partner,
  };
}

/** The texts on and about cards. */
export function cardTexts(language: string): Translate<CommonTextKey> {
  return createTranslate(commonTexts, language);
}

/** What is said where there is no action. */
export function noneKey(of: ActionsShown | undefined): CommonTextKey {
  return of === 'last-time' ? 'actions.noneOfLast' : 'actions.none';
}

/** A day as people write it; one that is none stays as it is. */
function formatDue(due: string, language: string): string {
  const at = new Date(`${due}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return due;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
