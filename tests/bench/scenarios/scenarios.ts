import { attack } from './attack.ts';
import { fanOut } from './fanOut.ts';
import { history } from './history.ts';
import { joinStorm } from './joinStorm.ts';
import { kill } from './kill.ts';
import { memory } from './memory.ts';
import { mostClients } from './mostClients.ts';
import { movesOnDisk } from './movesOnDisk.ts';
import { editToPaint } from './pages/editToPaint.ts';
import { firstLoad } from './pages/firstLoad.ts';
import { hundredPeople } from './pages/hundredPeople.ts';
import { matrixKeys } from './pages/matrixKeys.ts';
import { open1000, open5000 } from './pages/openBoard.ts';
import { remoteBatch } from './pages/remoteBatch.ts';
import { streaming } from './pages/streaming.ts';
import type { Scenario } from './Scenario.ts';
import { soak } from './soak.ts';
import { throughput } from './throughput.ts';

/** Everything that is measured, in order. */
export const scenarios: readonly Scenario[] = [
  fanOut,
  mostClients,
  joinStorm,
  throughput,
  memory,
  movesOnDisk,
  kill,
  attack,
  history,
  firstLoad,
  open1000,
  open5000,
  editToPaint,
  matrixKeys,
  remoteBatch,
  streaming,
  hundredPeople,
  soak,
];
