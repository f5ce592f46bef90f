import { ActionList } from './ActionList.tsx';
import { DecisionList } from './DecisionList.tsx';
import { ProposalList } from './ProposalList.tsx';

/** A step in which the group leaves actions and decisions. */
export function DecidePart() {
  return (
    <>
      <ActionList />
      <ProposalList />
      <DecisionList />
    </>
  );
}
