import type { Agreement } from '@common-ground/workshop';
import type { CommonTextKey } from '../commonTexts.ts';
import type { BoardState } from '../state/BoardState.ts';
import { partnerNameIn, personNameIn } from '../state/BoardState.ts';
import type { Translate } from '../translate.ts';
import { dayOf, list, momentOf, paragraph, table, under } from './blocks.ts';
import type { ReportBlock } from './Report.ts';

type Say = Translate<CommonTextKey>;

/** What a board's workshops left, whichever template they came from: decisions, actions, agreements with signatures. */
export function outcomeBlocks(state: BoardState, t: Say): readonly ReportBlock[] {
  const { agreements, decisions, followUpOn } = state.workshop;
  return [
    ...under(t('report.decisions'), list(decisions.map(({ at, text }) => `${text} (${dayOf(at)})`))),
    ...actionsTable(state, t),
    ...agreements.flatMap((agreement) => agreementBlocks(agreement, state, t)),
    ...paragraph(followUpOn === null ? '' : t('report.followUp', { day: followUpOn })),
  ];
}

/** Every action with owner, partner, day and status. */
function actionsTable(state: BoardState, t: Say): readonly ReportBlock[] {
  const columns = [
    t('report.action.what'),
    t('report.action.owner'),
    t('report.action.partner'),
    t('report.action.due'),
    t('report.action.status'),
  ];
  const rows = state.workshop.actions.map(({ what, owner, partnerId, due, status }) => [
    what,
    owner,
    partnerNameIn(state, partnerId),
    due,
    t(`report.status.${status}`),
  ]);
  return table('actions', t('report.actions'), columns, rows);
}

function agreementBlocks(agreement: Agreement, state: BoardState, t: Say): readonly ReportBlock[] {
  const missing = missingPartners(agreement, state);
  const signed = agreement.signatures.map(({ partnerId, participantId, at }) => {
    const name = personNameIn(state, participantId) ?? t('report.somebody');
    const partner = partnerNameIn(state, partnerId);
    const values = { name, day: momentOf(at) };
    return partner === null ? t('report.signed', values) : t('report.signedFor', { ...values, partner });
  });
  const voided = agreement.voidedCount > 0 ? [t('report.voided', { count: agreement.voidedCount })] : [];
  return under(agreement.title, [
    ...paragraph(agreement.text),
    ...list([...signed, ...missing.map((partner) => t('report.unsigned', { partner })), ...voided]),
  ]);
}

/** Names of the partners that an agreement of partners still waits for. */
export function missingPartners(
  { signers, signatures }: Agreement,
  { partners }: Pick<BoardState, 'partners'>,
): readonly string[] {
  if (signers !== 'partner') return [];
  const signed = new Set(signatures.map(({ partnerId }) => partnerId));
  return partners.filter(({ id }) => !signed.has(id)).map(({ name }) => name);
}
