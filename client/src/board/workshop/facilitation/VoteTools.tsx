import type { Item, Step, WorkshopView } from '@common-ground/workshop';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGive } from '../WorkshopContext.tsx';
import classes from './FacilitatorBar.module.css';
import type { MainAct } from './mainAct.ts';
import { useLaneName } from './useLaneName.ts';

/** What a facilitator may do with a vote or a reveal beside the accent button. */
export function VoteTools({
  view,
  step,
  items,
  act,
}: {
  view: WorkshopView;
  step: Step;
  items: readonly Item[];
  /** What stands on the accent button. */
  act: MainAct | null;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const vote = view.ballots.votes.find(({ stepKey }) => stepKey === step.key);
  const last = vote?.counted.at(-1);
  return (
    <>
      <Lanes view={view} act={act} />
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

/** One button for each partner's lane that waits and is not on the accent button, where lanes are revealed one by one. */
function Lanes({ view, act }: { view: WorkshopView; act: MainAct | null }) {
  const { t } = useTranslation();
  const give = useGive();
  const nameOf = useLaneName();
  const next = act?.kind === 'revealLane' ? act.partnerId : undefined;
  const waiting = view.drafts.steps.flatMap(({ stepKey, lanesWaiting }) =>
    lanesWaiting.filter((partnerId) => partnerId !== next).map((partnerId) => ({ stepKey, partnerId })),
  );
  if (waiting.length === 0) return null;
  return (
    <div className={classes.numbers}>
      {waiting.map(({ stepKey, partnerId }) => (
        <Button
          key={`${stepKey} ${partnerId}`}
          title={nameOf(partnerId)}
          size="xs"
          variant="default"
          onClick={() => void give({ type: 'drafts.reveal', stepKey, lane: { partnerId } })}
        >
          <span className={classes.nextTitle}>
            {t('workshop.lead.revealLane', { partner: nameOf(partnerId) })}
          </span>
        </Button>
      ))}
    </div>
  );
}

function sameItems(one: readonly Item[], other: readonly Item[]): boolean {
  const labels = new Map(one.map(({ itemId, label }) => [itemId, label]));
  return one.length === other.length && other.every(({ itemId, label }) => labels.get(itemId) === label);
}
