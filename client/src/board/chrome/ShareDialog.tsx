import type { BoardLinks, Role } from '@common-ground/protocol';
import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../app/Dialog.tsx';
import { LinkRow } from './LinkRow.tsx';
import classes from './ShareDialog.module.css';

/** What is known of the links: a facilitator's come from the server, everybody else has their own. */
export type LinksState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  | { readonly kind: 'all'; readonly links: BoardLinks }
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
      return order.map((role) => (
        <LinkRow
          key={role}
          role={role}
          link={state.links[role]}
          isMain={role === 'contributor'}
          note={role === 'facilitator' ? t('share.careful') : null}
        />
      ));
    default:
      return state satisfies never;
  }
}
