import { roles, type BoardId, type LinkId, type Role } from '@common-ground/protocol';
import type { Gatekeeper } from '../access/Gatekeeper.ts';
import { linkAddress } from '../access/linkSecrets.ts';
import type { LinkRecord } from '../access/LinkStore.ts';
import type { ServerContext } from '../ServerContext.ts';

/** The whole addresses of a board's links, by role. */
export function boardLinks(
  publicUrl: string,
  boardId: BoardId,
  gatekeeper: Gatekeeper,
  linkIds: ReadonlyMap<Role, LinkId>,
): Partial<Record<Role, string>> {
  const addresses = [...linkIds].map(([role, linkId]) => {
    return [role, linkAddress(publicUrl, boardId, gatekeeper.secretOf(linkId))] as const;
  });
  return Object.fromEntries(addresses);
}

/**
 * The board's open links, one a role. A board made before a role was added gets that role's link now: the database holds
 * hashes only, and what they are made of is not there when it is brought up to date.
 */
export async function openLinks(
  { clock, gatekeeper, ids, links }: Pick<ServerContext, 'clock' | 'gatekeeper' | 'ids' | 'links'>,
  boardId: BoardId,
): Promise<readonly LinkRecord[]> {
  const open = await links.listOpen(boardId);
  const missing = roles.filter((role) => !open.some((link) => link.role === role));
  if (missing.length === 0) return open;
  for (const role of missing) {
    await links.supply(boardId, { role, link: gatekeeper.newLink(ids.linkId()), at: clock.now() });
  }
  return links.listOpen(boardId);
}
