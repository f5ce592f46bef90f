import type { Role } from '@common-ground/protocol';
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../app/Dialog.tsx';
import { isolate } from '../../../texts/isolate.ts';
import type { BoardPerson } from '../../chrome/model.ts';
import classes from '../facilitation/FacilitatorBar.module.css';
import { useGive, useWorkshopView } from '../WorkshopContext.tsx';

const makes = [
  ['facilitator', 'makeFacilitator'],
  ['contributor', 'makeContributor'],
  ['commenter', 'makeCommenter'],
  ['observer', 'makeObserver'],
] as const satisfies readonly (readonly [Role, string])[];

/** What a facilitator can do about somebody. */
export function PersonMenu({ person }: { person: BoardPerson }) {
  const { t } = useTranslation();
  const give = useGive();
  const view = useWorkshopView();
  const [isRemoving, setRemoving] = useState(false);
  if (view?.you.role !== 'facilitator' || person.isYou) return null;
  const { id: participantId, role } = person;
  const name = isolate(person.name);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button
            type="button"
            className="cg-icon-button"
            aria-label={t('workshop.peopleEdit.actions', { name })}
          >
            <IconDots size={18} stroke={1.6} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {view.people.handIds.includes(participantId) && (
            <Menu.Item onClick={() => void give({ type: 'people.lowerHand', participantId })}>
              {t('workshop.peopleEdit.lowerHand')}
            </Menu.Item>
          )}
          {makes
            .filter(([made]) => made !== role)
            .map(([made, key]) => (
              <Menu.Item
                key={made}
                onClick={() => void give({ type: 'people.setRole', participantId, role: made })}
              >
                {t(`workshop.peopleEdit.${key}`)}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => void give({ type: 'people.handOver', participantId })}>
            {t('workshop.peopleEdit.handOver')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setRemoving(true)}>{t('workshop.peopleEdit.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && (
        <Dialog
          title={t('workshop.peopleEdit.removeTitle', { name })}
          size={440}
          onClose={() => setRemoving(false)}
        >
          <div className={classes.form}>
            <p>{t('workshop.peopleEdit.removeHint')}</p>
            <div className={classes.buttons}>
              <Button variant="default" onClick={() => setRemoving(false)}>
                {t('workshop.peopleEdit.cancel')}
              </Button>
              <Button
                onClick={() => {
                  setRemoving(false);
                  void give({ type: 'people.remove', participantId });
                }}
              >
                {t('workshop.peopleEdit.removeYes')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
