import { WidgetPanels } from '../../findings/WidgetPanels.tsx';
import { useWorkshopTools } from '../WorkshopContext.tsx';
import { ActionList } from './ActionList.tsx';
import { DecisionList } from './DecisionList.tsx';
import { NotesToTake } from './NotesToTake.tsx';
import { ProposalList } from './ProposalList.tsx';

/** A step in which the group leaves actions and decisions. */
export function DecidePart({
  sectionKeys = noKeys,
}: {
  /** Sections whose notes say what is to be done. */
  sectionKeys?: readonly string[] | undefined;
}) {
  const { editor } = useWorkshopTools();
  // Without notes that say what is to be done the step is about a wording or a decision, and actions come of it at most.
  const isForActions = sectionKeys.length > 0;
  return (
    <>
      {editor !== null && <WidgetPanels editor={editor} />}
      {isForActions && <NotesToTake sectionKeys={sectionKeys} />}
      {isForActions && <ActionList />}
      <ProposalList />
      <DecisionList />
      {!isForActions && <ActionList />}
    </>
  );
}

/** The same empty list each time, so that nothing is read anew for it. */
const noKeys: readonly string[] = [];
