import type { Partner, PartnerId } from '@common-ground/protocol';
import type { Translate } from '../../translate.ts';
import type { MatrixColumn } from '../matrix.ts';
import type { RaciTextKey } from '../texts.ts';

/** Columns of one partner, side by side. */
export interface ColumnGroup {
  readonly partnerId: PartnerId | null;
  /** Null when the columns belong to nobody, or to a partner that is not on this board. */
  readonly partner: Partner | null;
  readonly columns: readonly MatrixColumn[];
}

/** The columns of a matrix by partner, in order. */
export function columnGroups(
  columns: readonly MatrixColumn[],
  partners: readonly Partner[],
): readonly ColumnGroup[] {
  return [...Map.groupBy(columns, (column) => column.partnerId)].map(([partnerId, columns]) => ({
    partnerId,
    partner: partners.find(({ id }) => id === partnerId) ?? null,
    columns,
  }));
}

/** How a group of columns is called: by its partner, or as nobody's. */
export function partnerName(
  t: Translate<RaciTextKey>,
  { partner, partnerId }: Pick<ColumnGroup, 'partner' | 'partnerId'>,
): string {
  if (partner !== null) return partner.name;
  return t(partnerId === null ? 'matrix.noPartner' : 'matrix.unknownPartner');
}
