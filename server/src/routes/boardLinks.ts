import { roles, type BoardId, type BoardLinks, type LinkId, type Role } from '@common-ground/protocol';
import type { Gatekeeper } from '../access/Gatekeeper.ts';
import { linkAddress } from '../access/linkSecrets.ts';

/** The whole addresses of a board's links. Throws when the board lacks one, which no board does. */
export function boardLinks(
  publicUrl: string,
  boardId: BoardId,
  gatekeeper: Gatekeeper,
  linkIds: ReadonlyMap<Role, LinkId>,
): BoardLinks {
  const addresses = roles.map((role) => {
    const linkId = linkIds.get(role);
    if (linkId === undefined) throw new Error(`Board ${boardId} has no link for the role ${role}`);
    return [role, linkAddress(publicUrl, boardId, gatekeeper.secretOf(linkId))] as const;
  });
  return Object.fromEntries(addresses) as BoardLinks;
}
