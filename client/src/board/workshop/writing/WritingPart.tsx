import type { Step, StepMode, WorkshopView } from '@common-ground/workshop';
import { useValue } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { Told } from '../Told.tsx';
import { usePartner, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { DraftList } from './DraftList.tsx';
import { NoteComposer } from './NoteComposer.tsx';
import { SectionChoice } from './SectionChoice.tsx';
import { useSections } from './useSections.ts';
import { WidgetPart } from './WidgetPart.tsx';

type PrivateMode = Extract<StepMode, { kind: 'private' }>;

/** Private writing: the promise, a field for the next note, and the notes so far. */
export function WritingPart({ step, mode }: { step: Step; mode: PrivateMode }) {
  const view = useWorkshopView();
  const { editor } = useWorkshopTools();
  const sections = useSections(editor, mode.sectionKeys, view?.you.partnerId ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { t } = useTranslation();
  const section = sections.find(({ key }) => key === chosen) ?? sections[0];
  const writing = view?.drafts.steps.find(({ stepKey }) => stepKey === step.key);
  if (view === null || writing === undefined) return null;
  if (mode.into === 'widget') return <WidgetPart writing={writing} />;
  if (section === undefined) return <p className={parts.muted}>{t('workshop.writing.noSections')}</p>;
  return (
    <div className={parts.section}>
      <WritingPromise mode={mode} view={view} />
      {writing.canWrite ? (
        <>
          {sections.length > 1 && (
            <SectionChoice sections={sections} chosen={section.key} onChoose={setChosen} />
          )}
          <NoteComposer stepKey={step.key} sectionKey={section.key} told={mode} />
        </>
      ) : (
        <p className={parts.muted}>
          {t(writing.reveals.length > 0 ? 'workshop.revealed' : 'workshop.writing.closed')}
        </p>
      )}
      <p className={`${parts.muted} ${parts.numbers}`}>
        {t('workshop.writtenCount', { count: writing.writerCount, expected: writing.expectedCount })}
      </p>
      <StepDrafts step={step} mode={mode} canWrite={writing.canWrite} sections={sections} />
    </div>
  );
}

function StepDrafts({
  step,
  mode,
  canWrite,
  sections,
}: {
  step: Step;
  mode: PrivateMode;
  canWrite: boolean;
  sections: ReturnType<typeof useSections>;
}) {
  const { drafts } = useWorkshopTools();
  const own = useValue(drafts.list).filter(({ stepKey }) => stepKey === step.key);
  return <DraftList drafts={own} sections={sections} told={mode} canWrite={canWrite} />;
}

/** Who sees the notes until when, and whether they are named then. */
function WritingPromise({ mode, view }: { mode: PrivateMode; view: WorkshopView }) {
  const { t } = useTranslation();
  const partner = usePartner(view.you.partnerId);
  const isShared = mode.scope === 'partner' && partner !== null;
  const isNamed = mode.reveal === 'named';
  if (isShared) {
    const name = isolate(partner.name);
    return (
      <Told>
        {t(isNamed ? 'workshop.writing.partnerNamed' : 'workshop.writing.partnerAnonymous', {
          partner: name,
        })}
      </Told>
    );
  }
  return <Told>{t(isNamed ? 'workshop.writing.ownNamed' : 'workshop.writing.ownAnonymous')}</Told>;
}
