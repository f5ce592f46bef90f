import type { Item, Step, WorkshopView } from '@common-ground/workshop';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { useGive, useWorkshopTools } from '../WorkshopContext.tsx';
import classes from './FacilitatorBar.module.css';

/** What a facilitator may do with a vote or a reveal beside the accent button. */
export function VoteTools({ view, step, items }: { view: WorkshopView; step: Step; items: readonly Item[] }) {
  const { t } = useTranslation();
  const give = useGive();
  const vote = view.ballots.votes.find(({ stepKey }) => stepKey === step.key);
  const last = vote?.counted.at(-1);
  return (
    <>
      <Lanes view={view} />
      {vote?.status === 'open' && items.length > 0 && !sameItems(vote.items, items) && (
        <Button
          size="xs"
          variant="default"
          onClick={() => void give({ type: 'ballots.setItems', stepKey: step.key, items: [...items] })}
        >
          {t('workshop.lead.updateItems')}
        </Button>
      )}
      {vote?.status === 'closed' && last !== undefined && (
        <div className={classes.moves}>
          <Button
            size="xs"
            variant="default"
            onClick={() => void give({ type: 'ballots.reopen', stepKey: step.key })}
          >
            {t('workshop.lead.reopen')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              void give({ type: 'ballots.show', stepKey: step.key, round: last.round, show: !last.isShown })
            }
          >
            {t(last.isShown ? 'workshop.lead.hide' : 'workshop.lead.show')}
          </Button>
        </div>
      )}
    </>
  );
}

/** One button for each partner's lane that waits, where lanes are revealed one by one. */
function Lanes({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const give = useGive();
  const { partners } = useWorkshopTools();
  const waiting = view.drafts.steps.flatMap(({ stepKey, lanesWaiting }) =>
    lanesWaiting.map((partnerId) => ({ stepKey, partnerId })),
  );
  if (waiting.length === 0) return null;
  return (
    <div className={classes.numbers}>
      {waiting.map(({ stepKey, partnerId }) => {
        const name = partners.find(({ id }) => id === partnerId)?.name ?? t('workshop.voting.noPartner');
        return (
          <Button
            key={`${stepKey} ${partnerId}`}
            size="xs"
            variant="default"
            onClick={() => void give({ type: 'drafts.reveal', stepKey, lane: { partnerId } })}
          >
            {t('workshop.lead.revealLane', { partner: isolate(name) })}
          </Button>
        );
      })}
    </div>
  );
}

function sameItems(one: readonly Item[], other: readonly Item[]): boolean {
  const labels = new Map(one.map(({ itemId, label }) => [itemId, label]));
  return one.length === other.length && other.every(({ itemId, label }) => labels.get(itemId) === label);
}
