import type { ParticipantId } from '@common-ground/protocol';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import classes from './LeadBar.module.css';

/** Who leads, at the head of the canvas, with the way out and back in; for the leader, the way to end it. */
export function LeadBar() {
  const { t } = useTranslation();
  const give = useGive();
  const { people } = useWorkshopTools();
  const view = useWorkshopView();
  const leading = view?.leading;
  if (view === null || leading === undefined || leading.leaderId === null) return null;
  const name = isolate(people.find(({ id }) => id === leading.leaderId)?.name ?? '');
  if (leading.leaderId === view.you.participantId) {
    return (
      <Bar
        text={t('workshop.leading.leading')}
        action={t('workshop.leading.stop')}
        onAct={() => void give({ type: 'leading.release' })}
      />
    );
  }
  const { isYouFollowing } = leading;
  return (
    <Bar
      text={t(isYouFollowing ? 'workshop.leading.following' : 'workshop.leading.left', { name })}
      action={t(isYouFollowing ? 'workshop.leading.leave' : 'workshop.leading.back')}
      onAct={() => void give({ type: 'leading.follow', isFollowing: !isYouFollowing })}
    />
  );
}

function Bar({ text, action, onAct }: { text: string; action: string; onAct: () => void }) {
  return (
    <output className={classes.bar}>
      <span className={classes.text}>{text}</span>
      <button type="button" className={classes.action} onClick={onAct}>
        {action}
      </button>
    </output>
  );
}

/** Whether this person follows the workshop's lead, so that the bar of following somebody by oneself stays away. */
export function useFollowsLead(following: ParticipantId | null): boolean {
  const leading = useWorkshopView()?.leading;
  return leading?.isYouFollowing === true && leading.leaderId === following;
}
