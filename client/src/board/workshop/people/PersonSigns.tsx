import { VisuallyHidden } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardPerson } from '../../chrome/model.ts';
import { useWorkshopView } from '../WorkshopContext.tsx';

/** Whether somebody's hand is up, in the order in which hands went up. */
export function PersonSigns({ person }: { person: BoardPerson }) {
  const { t } = useTranslation();
  const handIds = useWorkshopView()?.people.handIds ?? [];
  const place = handIds.indexOf(person.id) + 1;
  if (place === 0) return null;
  const label = t('workshop.peopleEdit.handUp');
  return (
    <span
      className="cg-numbers"
      title={label}
      style={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}
    >
      <IconHandStop size={16} stroke={1.8} aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
      {handIds.length > 1 && place}
    </span>
  );
}
