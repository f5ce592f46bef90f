/* What the workshop puts into the side panel, in one file of code. */
export { BoardFindings } from '../findings/BoardFindings.tsx';
export { BoardRules } from '../findings/BoardRules.tsx';
export { RunningAgenda } from './agenda/RunningAgenda.tsx';
export { FacilitatorBar } from './facilitation/FacilitatorBar.tsx';
export { PersonMenu } from './people/PersonMenu.tsx';
export { PersonSigns } from './people/PersonSigns.tsx';
export { NextBoard } from './results/NextBoard.tsx';
export { ResultsPanel } from './results/ResultsPanel.tsx';
