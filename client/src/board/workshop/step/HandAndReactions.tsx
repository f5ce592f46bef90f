import { reactions, type WorkshopView } from '@common-ground/workshop';
import { Menu, Tooltip } from '@mantine/core';
import { IconHandStop, IconMoodPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGive } from '../WorkshopContext.tsx';
import { reactionIcons } from './reactionIcons.ts';
import classes from './StepCard.module.css';

/** Raises one's hand, and sends a passing sign. */
export function HandAndReactions({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const give = useGive();
  const isUp = view.people.handIds.includes(view.you.participantId);
  const label = t(isUp ? 'workshop.handUp' : 'workshop.raiseHand');
  return (
    <span className={classes.signs}>
      <Tooltip label={label}>
        <button
          type="button"
          className="cg-icon-button"
          aria-label={t('workshop.raiseHand')}
          aria-pressed={isUp}
          data-on={isUp || undefined}
          onClick={() => void give({ type: 'people.setHand', isUp: !isUp })}
        >
          <IconHandStop size={20} stroke={1.6} aria-hidden="true" />
        </button>
      </Tooltip>
      <Menu position="top-end" width={200}>
        <Menu.Target>
          <button
            type="button"
            className="cg-icon-button"
            aria-label={t('workshop.react')}
            title={t('workshop.react')}
          >
            <IconMoodPlus size={20} stroke={1.6} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {reactions.map((reaction) => {
            const Icon = reactionIcons[reaction];
            return (
              <Menu.Item
                key={reaction}
                leftSection={<Icon size={18} stroke={1.6} />}
                onClick={() => void give({ type: 'people.react', reaction })}
              >
                {t(`workshop.reaction.${reaction}`)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
