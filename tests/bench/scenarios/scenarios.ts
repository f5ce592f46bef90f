import { fanOut } from './fanOut.ts';
import { joinStorm } from './joinStorm.ts';
import { kill } from './kill.ts';
import { memory } from './memory.ts';
import { mostClients } from './mostClients.ts';
import { movesOnDisk } from './movesOnDisk.ts';
import type { Scenario } from './Scenario.ts';
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
];
