import {
  IconChecklist,
  IconListNumbers,
  IconMessageCircle,
  IconPencil,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PanelTab } from './SidePanel.tsx';
import classes from './PhoneBar.module.css';

/** The bar at the foot of a phone: what one thumb needs. Hidden on wider screens. */
export function PhoneBar({
  tab,
  isEditing,
  presentCount,
  isRunning,
  part,
  onTab,
  onEditing,
}: {
  /** The open sheet; null when none is. */
  tab: PanelTab | null;
  /** Whether the tools are shown; a phone starts with looking only. */
  isEditing: boolean;
  presentCount: number;
  /** Whether a workshop is going on. */
  isRunning: boolean;
  /** One's own part in the step that runs; null when there is none. */
  part: { readonly label: string; readonly isOpen: boolean; readonly onToggle: () => void } | null;
  /** Null closes the sheet. */
  onTab: (tab: PanelTab | null) => void;
  /** Null when this person may not edit. */
  onEditing: ((isEditing: boolean) => void) | null;
}) {
  const { t } = useTranslation();
  const toggle = (wanted: PanelTab) => onTab(tab === wanted ? null : wanted);
  return (
    <nav className={classes.bar} aria-label={t('phone.bar')}>
      <button type="button" aria-pressed={tab === 'agenda'} onClick={() => toggle('agenda')}>
        <IconListNumbers size={22} stroke={1.6} aria-hidden="true" />
        {t(isRunning ? 'phone.step' : 'phone.agenda')}
      </button>
      {part !== null && (
        <button type="button" aria-pressed={part.isOpen} onClick={part.onToggle}>
          <IconChecklist size={22} stroke={1.6} aria-hidden="true" />
          {part.label}
        </button>
      )}
      {onEditing !== null && (
        <button type="button" aria-pressed={isEditing} onClick={() => onEditing(!isEditing)}>
          <IconPencil size={22} stroke={1.6} aria-hidden="true" />
          {t('phone.edit')}
        </button>
      )}
      <button type="button" aria-pressed={tab === 'comments'} onClick={() => toggle('comments')}>
        <IconMessageCircle size={22} stroke={1.6} aria-hidden="true" />
        {t('phone.comments')}
      </button>
      <button type="button" aria-pressed={tab === 'people'} onClick={() => toggle('people')}>
        <IconUsers size={22} stroke={1.6} aria-hidden="true" />
        <span className="cg-numbers">
          {t('phone.people')} ({presentCount})
        </span>
      </button>
    </nav>
  );
}
