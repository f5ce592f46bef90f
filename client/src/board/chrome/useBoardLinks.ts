import {
  mayFacilitate,
  ok,
  type BoardId,
  type OpenLinks,
  type Result,
  type Role,
  type WithdrawableRole,
} from '@common-ground/protocol';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import type { Api, LinkProtection, LinkProtectionChange } from '../../api/createApi.ts';
import { useApi } from '../../api/useApi.ts';
import { useServices } from '../../app/services.tsx';
import { problemOf } from '../../errors/Problem.ts';
import { sentenceOf } from '../../errors/problemPages.ts';
import { writeBoardSession, type BoardSession } from '../../session/boardSessions.ts';
import { secretOfFragment } from '../../session/linkSecret.ts';
import type { LinkActs, LinksState } from './ShareDialog.tsx';

/** The links and how they are protected, as the server answered. */
interface Fetched {
  readonly links: OpenLinks;
  readonly protection: LinkProtection;
}

/** The links to show somebody of this role: all from the server for a facilitator, else the one they came by. */
export function useBoardLinks(session: BoardSession, role: Role): LinksState {
  const { t } = useTranslation();
  const api = useApi();
  const { store } = useServices();
  const [fetched, setFetched] = useState<Result<Fetched, ApiError> | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const { boardId, token, secret } = session;
  const wantsAll = mayFacilitate(role);

  const load = useCallback(() => fetchLinks(api, boardId, token), [api, boardId, token]);
  useEffect(() => {
    if (!wantsAll) return undefined;
    let wanted = true;
    void load().then((answer) => {
      if (wanted) setFetched(answer);
    });
    return () => {
      wanted = false;
    };
  }, [load, wantsAll]);

  if (!wantsAll) {
    return { kind: 'own', role: session.role, link: `${window.location.origin}/b/${boardId}#${secret}` };
  }
  if (fetched === null) return { kind: 'loading' };
  if (!fetched.ok) {
    const sentence = sentenceOf(problemOf(fetched.error), t);
    const onRetry = () => {
      setFetched(null);
      void load().then(setFetched);
    };
    return { kind: 'failed', sentence, onRetry };
  }
  /** Does something to the links and shows what they are then; resolves to whether it was done. */
  const act = async (doing: Promise<Result<unknown, ApiError>>) => {
    const done = await doing;
    setFailure(done.ok ? null : done.error);
    setFetched(await load());
    return done.ok;
  };
  const acts: LinkActs = {
    protect: (of: Role, change: LinkProtectionChange) => act(api.protectLink(boardId, token, of, change)),
    withdraw: (of: WithdrawableRole) => act(api.withdrawLink(boardId, token, of)),
    renew: (of: Role) =>
      act(
        api.renewLink(boardId, token, of).then((renewed) => {
          if (renewed.ok) followOwnLink(session, fetched.value.links[of], renewed.value[of]);
          return renewed;
        }),
      ),
  };
  return { kind: 'all', ...fetched.value, acts, failure };

  /** Who renews the link they came by keeps the new one, to join again by it should that be needed. */
  function followOwnLink(own: BoardSession, before: string | undefined, after: string | undefined): void {
    const isOwn = before !== undefined && secretOf(before) === own.secret;
    const renewed = after === undefined ? null : secretOf(after);
    if (isOwn && renewed !== null) writeBoardSession(store, { ...own, secret: renewed });
  }
}

async function fetchLinks(api: Api, boardId: BoardId, token: string): Promise<Result<Fetched, ApiError>> {
  const [links, protection] = await Promise.all([
    api.links(boardId, token),
    api.linkProtection(boardId, token),
  ]);
  if (!links.ok) return links;
  if (!protection.ok) return protection;
  return ok({ links: links.value, protection: protection.value });
}

function secretOf(link: string): string | null {
  return secretOfFragment(new URL(link).hash);
}
