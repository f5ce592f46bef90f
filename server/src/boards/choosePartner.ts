import {
  limits,
  mayEdit,
  type BoardId,
  type Partner,
  type PartnerInput,
  type Role,
} from '@common-ground/protocol';
import { ApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';
import { partnerNameKey } from './partnerNames.ts';

/**
 * The partner somebody names: the one of that name, else a new one, which everybody on the board is told of. Throws
 * the ApiError to answer when the board is full or the role may not add one.
 */
export async function choosePartner(
  { directory, ids, live }: Pick<ServerContext, 'directory' | 'ids' | 'live'>,
  boardId: BoardId,
  { name, colour }: PartnerInput,
  role: Role,
): Promise<Partner> {
  const before = await directory.find(boardId);
  const key = partnerNameKey(name);
  const existing = before?.partners.find((partner) => partnerNameKey(partner.name) === key);
  if (existing) return existing;
  if (!mayEdit(role)) throw new ApiError('role_insufficient');
  const partner = await directory.ensurePartner(
    boardId,
    { id: ids.partnerId(), name, colour },
    limits.maxPartners,
  );
  if (!partner) throw new ApiError('partner_limit');
  const after = await directory.find(boardId);
  if (after) live.announce(boardId, { partners: [...after.partners] });
  return partner;
}
