import {
  withdrawableRoleSchema,
  type OpenLinks,
  type Role,
  type WithdrawableRole,
} from '@common-ground/protocol';
import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import type { LinkProtection, LinkProtectionChange } from '../../api/createApi.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { FormFailure } from '../../app/FormFailure.tsx';
import { LinkRow } from './LinkRow.tsx';
import { LinkTools } from './LinkTools.tsx';
import { NoLinkRow } from './NoLinkRow.tsx';
import classes from './ShareDialog.module.css';

/** What a facilitator does to a role's link; each resolves to whether it was done. */
export interface LinkActs {
  protect(role: Role, change: LinkProtectionChange): Promise<boolean>;
  renew(role: Role): Promise<boolean>;
  withdraw(role: WithdrawableRole): Promise<boolean>;
}

/** What is known of the links: a facilitator's come from the server, everybody else has their own. */
export type LinksState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  | {
      readonly kind: 'all';
      readonly links: OpenLinks;
      readonly protection: LinkProtection;
      readonly acts: LinkActs;
      /** Why the latest act was not done. */
      readonly failure: ApiError | null;
    }
  | { readonly kind: 'own'; readonly role: Role; readonly link: string };

/** Order of the links: the one that most people are sent comes first. */
const order = ['contributor', 'commenter', 'observer', 'facilitator'] as const satisfies readonly Role[];

/** The board's links, each with what it lets its bearer do. */
export function ShareDialog({ state, onClose }: { state: LinksState; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} size={600} title={t('share.title')}>
      <p className={classes.lead}>{t('share.lead')}</p>
      <Links state={state} />
    </Dialog>
  );
}

function Links({ state }: { state: LinksState }) {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'loading':
      return order.map((role) => <Skeleton key={role} h={96} mt={12} />);
    case 'failed':
      return (
        <div role="alert" className={classes.failed}>
          <p>
            {t('share.failed')} {state.sentence}
          </p>
          <Button variant="default" onClick={state.onRetry}>
            {t('share.again')}
          </Button>
        </div>
      );
    case 'own':
      return (
        <LinkRow
          role={state.role}
          link={state.link}
          isMain
          note={`${t('share.own')} ${t('share.ownHint')}`}
        />
      );
    case 'all':
      return <AllLinks {...state} />;
    default:
      return state satisfies never;
  }
}

function AllLinks({ links, protection, acts, failure }: Extract<LinksState, { kind: 'all' }>) {
  const { t } = useTranslation();
  return (
    <>
      <FormFailure error={failure} />
      {order.map((role) => {
        const link = links[role];
        if (link === undefined)
          return <NoLinkRow key={role} role={role} onMake={() => void acts.renew(role)} />;
        const withdrawable = withdrawableRoleSchema.safeParse(role);
        return (
          <LinkRow
            key={role}
            role={role}
            link={link}
            isMain={role === 'contributor'}
            note={role === 'facilitator' ? t('share.careful') : null}
          >
            <LinkTools
              role={role}
              protection={protection[role] ?? { expiresAt: null, hasPassword: false }}
              onProtect={(change) => acts.protect(role, change)}
              onRenew={() => acts.renew(role)}
              onWithdraw={withdrawable.success ? () => acts.withdraw(withdrawable.data) : null}
            />
          </LinkRow>
        );
      })}
    </>
  );
}
