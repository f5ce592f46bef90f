import type { ParticipantId } from '@common-ground/protocol';
import type { WorkshopView } from '@common-ground/workshop';
import { Menu, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconCalendarTime,
  IconCheck,
  IconDots,
  IconFocusCentered,
  IconLock,
  IconLockOpen,
  IconNote,
  IconPresentation,
  IconShieldLock,
  type Icon,
} from '@tabler/icons-react';
import { useValue, type Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { isSelectionLocked, toggleSelectionLock } from '../../canvas/locks/shapeLocks.ts';
import { placeToBring } from '../leading/useBrought.ts';
import { useGive, useWorkshopTools } from '../WorkshopContext.tsx';
import classes from './FacilitatorBar.module.css';
import { OpenUntilDialog } from './OpenUntilDialog.tsx';

/** Brings everyone here, leads, locks the board or what is selected; and what is needed less often behind a menu. */
export function LeadTools({ view, onEnd }: { view: WorkshopView; onEnd: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { editor } = useWorkshopTools();
  const isLeading = view.leading.leaderId === view.you.participantId;
  const { isLocked, isNotesOnly } = view.canvas;
  return (
    <div className={classes.tools}>
      <Tool
        Icon={IconFocusCentered}
        label={t('workshop.lead.bring')}
        hint={t('workshop.lead.bringHint')}
        onClick={() =>
          editor === null ? undefined : void give({ type: 'leading.bring', ...placeToBring(editor) })
        }
      />
      <Tool
        Icon={IconPresentation}
        label={t(isLeading ? 'workshop.lead.leadOn' : 'workshop.lead.lead')}
        hint={t('workshop.lead.leadHint')}
        isOn={isLeading}
        onClick={() => void give({ type: isLeading ? 'leading.release' : 'leading.lead' })}
      />
      <Tool
        Icon={isLocked ? IconLock : IconLockOpen}
        label={t('workshop.lead.lock')}
        hint={t('workshop.lead.lockHint')}
        isOn={isLocked}
        onClick={() => void give({ type: 'canvas.setLock', isLocked: !isLocked })}
      />
      {editor !== null && <SelectionLock editor={editor} by={view.you.participantId} />}
      <Tool
        Icon={IconNote}
        label={t('workshop.lead.notesOnly')}
        hint={t('workshop.lead.notesOnlyHint')}
        isOn={isNotesOnly}
        onClick={() => void give({ type: 'canvas.setNotesOnly', isNotesOnly: !isNotesOnly })}
      />
      <MoreMenu view={view} onEnd={onEnd} />
    </div>
  );
}

function SelectionLock({ editor, by }: { editor: Editor; by: ParticipantId }) {
  const { t } = useTranslation();
  const isEmpty = useValue('nothing is selected', () => editor.getSelectedShapeIds().length === 0, [editor]);
  const isLocked = useValue('selection is locked', () => isSelectionLocked(editor), [editor]);
  return (
    <Tool
      Icon={IconShieldLock}
      label={t(isLocked ? 'locks.unlockSelection' : 'locks.lockSelection')}
      hint={t(isEmpty ? 'locks.selectFirst' : 'locks.lockHint')}
      isDisabled={isEmpty}
      className={classes.ofSelection}
      onClick={() => toggleSelectionLock(editor, by)}
    />
  );
}

function Tool({
  Icon,
  label,
  hint,
  isOn,
  isDisabled = false,
  className = '',
  onClick,
}: {
  Icon: Icon;
  label: string;
  hint: string;
  /** Left out for what is not switched on and off. */
  isOn?: boolean;
  /** Said rather than enforced, so that its hint can still be read. */
  isDisabled?: boolean;
  className?: string | undefined;
  onClick: () => void;
}) {
  return (
    <Tooltip label={hint} multiline maw={260}>
      <button
        type="button"
        className={`${classes.tool} ${className}`}
        aria-pressed={isOn}
        aria-disabled={isDisabled}
        onClick={isDisabled ? undefined : onClick}
      >
        <Icon size={18} stroke={1.6} aria-hidden="true" />
        {label}
      </button>
    </Tooltip>
  );
}

function MoreMenu({ view, onEnd }: { view: WorkshopView; onEnd: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { allowsTakeOver } = view.people;
  const [isAsking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu position="top-end" width={260}>
        <Menu.Target>
          <button type="button" className={classes.tool}>
            <IconDots size={18} stroke={1.6} aria-hidden="true" />
            {t('workshop.lead.more')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCheck size={16} opacity={allowsTakeOver ? 1 : 0} />}
            aria-current={allowsTakeOver}
            onClick={() => void give({ type: 'people.allowTakeOver', isAllowed: !allowsTakeOver })}
          >
            {t('workshop.lead.allowTakeOver')}
          </Menu.Item>
          {view.agenda.phase === 'running' && (
            <Menu.Item leftSection={<IconCalendarTime size={16} stroke={1.6} />} onClick={open}>
              {t('workshop.openUntil.menu')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={onEnd}>{t('workshop.lead.end')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAsking && view.agenda.phase === 'running' && (
        <OpenUntilDialog agenda={view.agenda} onClose={close} />
      )}
    </>
  );
}
